package dev.parley.events;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.jobs.BackgroundLoop;
import dev.parley.persistence.Persistence;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Dispatches events to this node's subscribers: one read serves them all, and each client is followed from where it stood. */
@ApplicationScoped
public class EventFeed {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Map<UUID, ClientFeed> feeds = new HashMap<>();
    private final FeedReader reader;
    private final Wakeup wakeup;
    private final Clock clock;
    private @Nullable BackgroundLoop loop;

    @Inject
    public EventFeed(Persistence persistence, Wakeup wakeup, Clock clock) {
        this.clock = clock;
        this.reader = new FeedReader(persistence);
        this.wakeup = wakeup;
    }

    /**
     * Events about one kind of entity of a client, without gap or repeat: first what came after the position, then what
     * comes.
     *
     * @param after the id of the last event seen; null: only what comes from now on. When events after it are not kept any
     *     more, the first one is a gap and stands for them
     * @throws ParleyException BAD_USER_INPUT when the client's feed has never been there
     */
    public Publisher<Event> events(UUID clientId, EventEntity entity, @Nullable Long after) {
        if (after != null && after > reader.span(clientId).head()) {
            throw new ParleyException(
                    ErrorCode.BAD_USER_INPUT,
                    "\"after\" is not the id of an event of this client, nor an eventPosition");
        }
        return subscriber -> {
            var feed = join(clientId);
            long from = after == null ? feed.head() : after;
            subscriber.onSubscribe(new EventSubscription(
                    subscriber, feed, reader, clientId, entity, from, clock, () -> leave(clientId, feed)));
        };
    }

    /** The database is asked outside the lock, so that nobody else waits for it; what came since then is read like all news. */
    private ClientFeed join(UUID clientId) {
        var feed = joinFollowed(clientId);
        return feed == null ? joinFrom(clientId, reader.span(clientId).head()) : feed;
    }

    /** @return null when nobody follows the client here */
    private synchronized @Nullable ClientFeed joinFollowed(UUID clientId) {
        var feed = feeds.get(clientId);
        if (feed != null) {
            feed.joined();
        }
        return feed;
    }

    private synchronized ClientFeed joinFrom(UUID clientId, long head) {
        if (loop == null) {
            loop = BackgroundLoop.start("parley-feed", LOOK_EVERY, this::readNews);
            wakeup.onNews(loop::wake);
        }
        var feed = feeds.computeIfAbsent(clientId, id -> new ClientFeed(head));
        feed.joined();
        return feed;
    }

    private synchronized void leave(UUID clientId, ClientFeed feed) {
        if (feed.left() == 0) {
            feeds.remove(clientId, feed);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (loop != null) {
            loop.stop();
        }
    }

    private void readNews() {
        int read;
        do {
            var followed = snapshot();
            if (followed.isEmpty()) {
                return;
            }
            var positions = new HashMap<UUID, Long>();
            followed.forEach((clientId, feed) -> positions.put(clientId, feed.head()));
            var news = reader.after(positions);
            news.stream()
                    .collect(Collectors.groupingBy(Event::clientId))
                    .forEach((clientId, events) -> followed.get(clientId).add(events));
            read = news.size();
        } while (read == FeedReader.PAGE);
    }

    private synchronized Map<UUID, ClientFeed> snapshot() {
        return Map.copyOf(feeds);
    }
}
