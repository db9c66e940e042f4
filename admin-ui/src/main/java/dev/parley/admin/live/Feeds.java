package dev.parley.admin.live;

import com.vaadin.flow.shared.Registration;
import dev.parley.admin.clients.Workplace;
import dev.parley.admin.security.Account;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** The feeds that somebody listens to: one per person and client. */
public final class Feeds implements AutoCloseable {

    /** Who goes to another page and soon comes back has missed nothing. */
    private static final Duration LINGER = Duration.ofMinutes(1);

    private record Key(Account account, String clientId) {}

    private final URI url;
    private final HttpClient http;
    private final Duration linger;
    private final Map<Key, Feed> open = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("parley-feeds").factory());

    public Feeds(URI url, HttpClient http) {
        this(url, http, LINGER);
    }

    /** @param linger how long a channel is kept that nobody listens to any more */
    Feeds(URI url, HttpClient http, Duration linger) {
        this.url = url;
        this.http = http;
        this.linger = linger;
    }

    /**
     * Calls back with the present state at once. Remove the registration when the page goes.
     *
     * @param channel whose events are wanted; null: only the state of the connection. One that needs another role than the
     *     person's is silent
     */
    public Registration listen(Workplace workplace, @Nullable Channel channel, FeedListener listener) {
        boolean allowed = channel != null && workplace.client().role().includes(channel.role());
        var listening = new Feed.Listening(allowed ? channel : null, listener);
        var key = new Key(workplace.account(), workplace.client().id());
        var feed = start(key, listening);
        listener.state(feed.state());
        return Registration.once(() -> stop(key, feed, listening));
    }

    private synchronized Feed start(Key key, Feed.Listening listening) {
        var feed =
                open.computeIfAbsent(key, unused -> new Feed(url, http, key.account(), key.clientId(), linger, timer));
        feed.add(listening);
        return feed;
    }

    private synchronized void stop(Key key, Feed feed, Feed.Listening listening) {
        if (feed.remove(listening)) {
            open.remove(key, feed);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
