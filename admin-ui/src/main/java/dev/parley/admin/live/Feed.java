package dev.parley.admin.live;

import dev.parley.admin.security.Account;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The events of one client for one person: one socket for all pages, and on it the channels that open pages listen to.
 * Remembers the last event of each channel and resumes behind it, so a broken socket loses nothing. A channel that is refused
 * ends alone. Lives while somebody listens.
 */
final class Feed {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final String FORBIDDEN = "FORBIDDEN";

    /** @param channel null: only the state of the connection is wanted */
    record Listening(@Nullable Channel channel, FeedListener listener) {}

    private final URI url;
    private final HttpClient http;
    private final Account account;
    private final String clientId;
    private final Duration linger;
    private final ScheduledExecutorService timer;
    private final Backoff backoff = new Backoff();
    private final Set<Listening> listening = new CopyOnWriteArraySet<>();
    private final Map<Channel, Subscription> subscriptions = new LinkedHashMap<>();
    private @Nullable FeedSocket socket;
    /** Whether the server has greeted the socket: from then on it takes subscriptions. */
    private boolean greeted;

    private long asked;
    private Runnable stopRenewing = () -> {};
    private volatile FeedState state = FeedState.CONNECTING;

    Feed(URI url, HttpClient http, Account account, String clientId, Duration linger, ScheduledExecutorService timer) {
        this.url = url;
        this.http = http;
        this.account = account;
        this.clientId = clientId;
        this.linger = linger;
        this.timer = timer;
    }

    FeedState state() {
        return state;
    }

    void add(Listening added) {
        boolean refused = false;
        boolean begins = false;
        synchronized (this) {
            listening.add(added);
            var channel = added.channel();
            if (channel != null) {
                begins = greeted && !subscriptions.containsKey(channel);
                var subscription = subscriptions.computeIfAbsent(channel, Subscription::new);
                refused = subscription.refused;
                if (begins && socket != null) {
                    begin(socket, subscription);
                }
            }
            if (socket == null) {
                stopRenewing = account.onRenewed(this::renewed);
                connect();
            }
        }
        if (refused) {
            added.listener().refused(true);
        }
        if (begins) {
            added.listener().gap();
        }
    }

    /** @return whether nobody listens any more; the feed has then ended */
    synchronized boolean remove(Listening removed) {
        listening.remove(removed);
        var channel = removed.channel();
        if (!listening.isEmpty()) {
            if (channel != null && !isWanted(channel)) {
                timer.schedule(() -> endUnlessWanted(channel), linger.toMillis(), TimeUnit.MILLISECONDS);
            }
            return false;
        }
        if (socket != null) {
            socket.close();
            socket = null;
            greeted = false;
            stopRenewing.run();
        }
        return true;
    }

    private boolean isWanted(Channel channel) {
        return listening.stream().anyMatch(one -> channel.equals(one.channel()));
    }

    private synchronized void endUnlessWanted(Channel channel) {
        if (!isWanted(channel)) {
            var ended = subscriptions.remove(channel);
            if (ended != null && ended.id != null && socket != null) {
                socket.unsubscribe(ended.id);
            }
        }
    }

    /** The socket lives on with the new token; where that fails it ends with the old one, and another follows. */
    private synchronized void renewed() {
        if (socket != null) {
            socket.renew(account.accessToken());
        }
    }

    private synchronized void connect() {
        if (!listening.isEmpty()) {
            subscriptions.values().forEach(subscription -> subscription.id = null);
            greeted = false;
            socket = new FeedSocket(this, http, timer, account.accessToken());
            socket.open(url, clientId);
        }
    }

    /** The server knows us: subscribe to what is wanted, from where we stood. */
    void acknowledged(FeedSocket from) {
        List<Channel> missed = new ArrayList<>();
        synchronized (this) {
            if (from != socket) {
                return;
            }
            greeted = true;
            for (var subscription : subscriptions.values()) {
                if (subscription.position == null) {
                    missed.add(subscription.channel);
                }
                begin(from, subscription);
            }
        }
        change(FeedState.LIVE);
        missed.forEach(channel -> tell(channel, FeedListener::gap));
    }

    private void begin(FeedSocket on, Subscription subscription) {
        var id = String.valueOf(++asked);
        subscription.id = id;
        on.subscribe(id, subscription.channel.operation(), subscription.position);
    }

    private Optional<Subscription> called(String id) {
        return subscriptions.values().stream().filter(one -> id.equals(one.id)).findFirst();
    }

    /** The socket has held for a while: should it break, the next attempt may come soon. */
    void steady(FeedSocket from) {
        backoff.reset();
        List<Channel> given;
        synchronized (this) {
            given = from != socket
                    ? List.of()
                    : subscriptions.values().stream()
                            .filter(one -> one.refused && one.id != null)
                            .map(one -> one.channel)
                            .toList();
        }
        given.forEach(this::given);
    }

    private void given(Channel channel) {
        synchronized (this) {
            var subscription = subscriptions.get(channel);
            if (subscription == null || !subscription.refused) {
                return;
            }
            subscription.refused = false;
            subscription.backoff.reset();
        }
        tell(channel, listener -> listener.refused(false));
    }

    void received(FeedSocket from, String id, JsonNode data) {
        Channel channel;
        JsonNode event;
        synchronized (this) {
            var subscription = called(id).orElse(null);
            if (from != socket || subscription == null) {
                return;
            }
            channel = subscription.channel;
            event = data.path(channel.field());
            if (!event.isObject()) {
                return;
            }
            subscription.position = event.path("id").asString();
        }
        given(channel);
        if (event.path("type").asString("").equals("GAP")) {
            tell(channel, FeedListener::gap);
        } else {
            tell(channel, listener -> listener.event(event));
        }
    }

    /** Only this channel is over: it begins anew, without a position, a little later; not at all where one may not listen. */
    void refused(FeedSocket from, String id, String code) {
        Subscription subscription;
        Duration wait;
        synchronized (this) {
            subscription = called(id).orElse(null);
            if (from != socket || subscription == null) {
                return;
            }
            subscription.id = null;
            subscription.position = null;
            subscription.refused = true;
            wait = subscription.backoff.next();
        }
        var channel = subscription.channel;
        tell(channel, listener -> listener.refused(true));
        if (code.equals(FORBIDDEN)) {
            LOG.info("The API does not let this person listen to {}", channel.field());
            return;
        }
        LOG.warn("The API refused {} with {}, next attempt in {}", channel.field(), code, wait);
        again(from, channel, wait);
    }

    /** The server has ended this channel without a word: it goes on behind its last event. */
    void completed(FeedSocket from, String id) {
        Subscription subscription;
        Duration wait;
        synchronized (this) {
            subscription = called(id).orElse(null);
            if (from != socket || subscription == null) {
                return;
            }
            subscription.id = null;
            wait = subscription.backoff.next();
        }
        again(from, subscription.channel, wait);
    }

    private void again(FeedSocket on, Channel channel, Duration wait) {
        timer.schedule(() -> resume(on, channel), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void resume(FeedSocket on, Channel channel) {
        boolean missed;
        synchronized (this) {
            var subscription = subscriptions.get(channel);
            if (on != socket || subscription == null || subscription.id != null) {
                return;
            }
            missed = subscription.position == null;
            begin(on, subscription);
        }
        if (missed) {
            tell(channel, FeedListener::gap);
        }
    }

    void ended(FeedSocket from, int code) {
        synchronized (this) {
            if (from != socket) {
                return;
            }
            greeted = false;
        }
        if (code == FeedSocket.FORBIDDEN) {
            change(FeedState.REFUSED);
            return;
        }
        change(FeedState.RECONNECTING);
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
            listening.forEach(one -> one.listener().state(next));
        }
    }

    private void tell(Channel channel, Consumer<FeedListener> what) {
        listening.stream().filter(one -> channel.equals(one.channel())).forEach(one -> what.accept(one.listener()));
    }
}
