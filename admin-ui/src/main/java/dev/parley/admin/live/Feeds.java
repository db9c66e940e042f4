package dev.parley.admin.live;

import com.vaadin.flow.shared.Registration;
import dev.parley.admin.security.Account;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The feeds that somebody listens to: one per person and client. */
public final class Feeds implements AutoCloseable {

    private record Key(Account account, String clientId) {}

    private final URI url;
    private final HttpClient http;
    private final List<Channel> channels;
    private final Map<Key, Feed> open = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("parley-feeds").factory());

    public Feeds(URI url, HttpClient http, List<Channel> channels) {
        this.url = url;
        this.http = http;
        this.channels = channels;
    }

    /** Calls back with the present state at once. Remove the registration when the page goes. */
    public synchronized Registration listen(Account account, String clientId, FeedListener listener) {
        var key = new Key(account, clientId);
        var feed = open.computeIfAbsent(key, unused -> new Feed(url, http, account, clientId, channels, timer));
        feed.add(listener);
        listener.state(feed.state());
        return Registration.once(() -> stop(key, feed, listener));
    }

    private synchronized void stop(Key key, Feed feed, FeedListener listener) {
        if (feed.remove(listener)) {
            open.remove(key, feed);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
