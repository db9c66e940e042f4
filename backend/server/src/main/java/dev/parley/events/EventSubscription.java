package dev.parley.events;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One subscriber's place in a client's feed. Pulls: it reads on only when the subscriber asks, so a slow one costs no
 * memory and holds nobody back.
 */
final class EventSubscription implements Subscription {

    private final Subscriber<? super Event> subscriber;
    private final ClientFeed feed;
    private final FeedReader reader;
    private final UUID clientId;
    private final EventEntity entity;
    private final Clock clock;
    private final Runnable onEnd;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();

    private long position;
    private @Nullable Thread thread;
    private volatile boolean cancelled;

    EventSubscription(
            Subscriber<? super Event> subscriber,
            ClientFeed feed,
            FeedReader reader,
            UUID clientId,
            EventEntity entity,
            long position,
            Clock clock,
            Runnable onEnd) {
        this.subscriber = subscriber;
        this.feed = feed;
        this.reader = reader;
        this.clientId = clientId;
        this.entity = entity;
        this.position = position;
        this.clock = clock;
        this.onEnd = onEnd;
    }

    @Override
    public void request(long count) {
        demand.accumulateAndGet(count, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
        LockSupport.unpark(started());
    }

    @Override
    public void cancel() {
        cancelled = true;
        wake();
        end();
    }

    private synchronized Thread started() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("parley-subscription").start(this::deliver);
        }
        return thread;
    }

    private synchronized void wake() {
        LockSupport.unpark(thread);
    }

    private void deliver() {
        feed.wake(Thread.currentThread());
        try {
            while (!cancelled) {
                deliver(next());
            }
        } catch (RuntimeException e) {
            subscriber.onError(e);
        } finally {
            feed.wakeNoMore(Thread.currentThread());
            end();
        }
    }

    private void deliver(List<Event> events) {
        for (var event : events) {
            if (event.change().entity().equals(entity)) {
                while (!cancelled && demand.get() == 0) {
                    LockSupport.park(this);
                }
                if (cancelled) {
                    return;
                }
                demand.decrementAndGet();
                subscriber.onNext(event);
            }
            position = event.id();
        }
    }

    /** Waits until there is something after the position. */
    private List<Event> next() {
        while (!cancelled && feed.head() <= position) {
            LockSupport.park(this);
        }
        if (cancelled) {
            return List.of();
        }
        long upTo = feed.head(); // before it is asked what is in memory
        var events = feed.inMemoryAfter(position);
        return events != null ? events : past(upTo);
    }

    /** What is missing at its beginning is told, not left out. */
    private List<Event> past(long upTo) {
        var past = reader.between(clientId, position, upTo);
        if (past.floor() <= position) {
            return past.events();
        }
        var gap = Event.gap(clientId, entity, past.floor(), clock.instant());
        return Stream.concat(Stream.of(gap), past.kept().stream()).toList();
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            onEnd.run();
        }
    }
}
