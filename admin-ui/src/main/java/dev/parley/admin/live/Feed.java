package dev.parley.admin.live;

import dev.parley.admin.security.Account;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The events of one client for one person: one socket for all pages. Remembers the last event of each channel and resumes
 * behind it, so a broken socket loses nothing. A channel that is refused ends alone. Lives while somebody listens.
 */
public final class Feed {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final String FORBIDDEN = "FORBIDDEN";

    private final URI url;
    private final HttpClient http;
    private final Account account;
    private final String clientId;
    private final List<Channel> channels;
    private final ScheduledExecutorService timer;
    private final Backoff backoff = new Backoff();
    private final Set<FeedListener> listeners = new CopyOnWriteArraySet<>();
    private final Map<Channel, String> positions = new HashMap<>();
    private final Map<Channel, Backoff> refusals = new HashMap<>();
    private @Nullable FeedSocket socket;
    private Runnable stopRenewing = () -> {};
    private volatile FeedState state = FeedState.CONNECTING;

    Feed(
            URI url,
            HttpClient http,
            Account account,
            String clientId,
            List<Channel> channels,
            ScheduledExecutorService timer) {
        this.url = url;
        this.http = http;
        this.account = account;
        this.clientId = clientId;
        this.channels = channels;
        this.timer = timer;
    }

    public FeedState state() {
        return state;
    }

    synchronized void add(FeedListener listener) {
        listeners.add(listener);
        if (socket == null) {
            stopRenewing = account.onRenewed(this::renewed);
            connect();
        }
    }

    /** @return whether nobody listens any more; the feed has then ended */
    synchronized boolean remove(FeedListener listener) {
        listeners.remove(listener);
        if (!listeners.isEmpty()) {
            return false;
        }
        if (socket != null) {
            socket.close();
            socket = null;
            stopRenewing.run();
        }
        return true;
    }

    /** The socket lives on with the new token; where that fails it ends with the old one, and another follows. */
    private synchronized void renewed() {
        if (socket != null) {
            socket.renew(account.accessToken());
        }
    }

    private synchronized void connect() {
        if (!listeners.isEmpty()) {
            socket = new FeedSocket(this, http, timer, account.accessToken());
            socket.open(url, clientId);
        }
    }

    /** The server knows us: subscribe to everything, from where we stood. */
    void acknowledged(FeedSocket from) {
        List<Channel> missed;
        synchronized (this) {
            if (from != socket) {
                return;
            }
            missed = channels.stream()
                    .filter(channel -> !positions.containsKey(channel))
                    .toList();
            channels.forEach(channel -> subscribe(from, channel));
        }
        change(FeedState.LIVE);
        missed.forEach(this::gap);
    }

    /** The socket has held for a while: should it break, the next attempt may come soon. */
    void steady() {
        backoff.reset();
    }

    private void subscribe(FeedSocket on, Channel channel) {
        on.subscribe(String.valueOf(channels.indexOf(channel)), channel.operation(), positions.get(channel));
    }

    private void gap(Channel channel) {
        listeners.forEach(listener -> listener.gap(channel));
    }

    void received(FeedSocket from, String subscription, JsonNode data) {
        var channel = channels.get(Integer.parseInt(subscription));
        var event = data.path(channel.field());
        synchronized (this) {
            if (from != socket || !event.isObject()) {
                return;
            }
            positions.put(channel, event.path("id").asString());
            refusals.remove(channel);
        }
        if (event.path("type").asString("").equals("GAP")) {
            gap(channel);
        } else {
            listeners.forEach(listener -> listener.event(channel, event));
        }
    }

    /** Only this channel is over: it begins anew, without a position, a little later; not at all where one may not listen. */
    void refused(FeedSocket from, String subscription, String code) {
        var channel = channels.get(Integer.parseInt(subscription));
        Duration wait;
        synchronized (this) {
            if (from != socket) {
                return;
            }
            positions.remove(channel);
            wait = refusals.computeIfAbsent(channel, unused -> new Backoff()).next();
        }
        if (code.equals(FORBIDDEN)) {
            LOG.info("The API does not let this person listen to {}", channel.field());
            return;
        }
        LOG.warn("The API refused {} with {}, next attempt in {}", channel.field(), code, wait);
        timer.schedule(() -> afresh(from, channel), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void afresh(FeedSocket on, Channel channel) {
        synchronized (this) {
            if (on != socket) {
                return;
            }
            subscribe(on, channel);
        }
        gap(channel);
    }

    void ended(FeedSocket from, int code) {
        synchronized (this) {
            if (from != socket) {
                return;
            }
            if (code == FeedSocket.FORBIDDEN) {
                change(FeedState.REFUSED);
                return;
            }
            change(FeedState.RECONNECTING);
        }
        var wait = backoff.next();
        LOG.debug("Socket ended with {}, next attempt in {}", code, wait);
        timer.schedule(
                () -> Thread.ofVirtual().name("parley-feed").start(() -> again(from, code)),
                wait.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void again(FeedSocket old, int code) {
        if (code == FeedSocket.UNAUTHORIZED) {
            account.renew(old.accessToken());
        }
        if (account.isOver()) {
            change(FeedState.REFUSED);
            return;
        }
        connect();
    }

    private void change(FeedState next) {
        if (state != next) {
            state = next;
            listeners.forEach(listener -> listener.state(next));
        }
    }
}
