package dev.parley.events;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final Change.Entity entity;
    private final Runnable onEnd;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    private long position;
    private long demand;
    private volatile boolean cancelled;

    EventSubscription(
            Subscriber<? super Event> subscriber,
            ClientFeed feed,
            FeedReader reader,
            UUID clientId,
            Change.Entity entity,
            long position,
            Runnable onEnd) {
        this.subscriber = subscriber;
        this.feed = feed;
        this.reader = reader;
        this.clientId = clientId;
        this.entity = entity;
        this.position = position;
        this.onEnd = onEnd;
    }

    @Override
    public void request(long count) {
        feed.lock.lock();
        try {
            demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
            feed.moved.signalAll();
        } finally {
            feed.lock.unlock();
        }
        if (started.compareAndSet(false, true)) {
            Thread.ofVirtual().name("parley-subscription").start(this::deliver);
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        feed.lock.lock();
        try {
            feed.moved.signalAll();
        } finally {
            feed.lock.unlock();
        }
        end();
    }

    private void deliver() {
        try {
            while (!cancelled) {
                for (var event : next()) {
                    if (event.change().entity() == entity) {
                        awaitDemand();
                        if (cancelled) {
                            return;
                        }
                        subscriber.onNext(event);
                    }
                    position = event.id();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            subscriber.onError(e);
        } finally {
            end();
        }
    }

    /** Waits until there is something after the position. */
    private List<Event> next() throws InterruptedException {
        long upTo;
        feed.lock.lock();
        try {
            while (!cancelled && feed.head() <= position) {
                feed.moved.await();
            }
            if (cancelled) {
                return List.of();
            }
            var events = feed.inMemoryAfter(position);
            if (events != null) {
                return events;
            }
            upTo = feed.head();
        } finally {
            feed.lock.unlock();
        }
        return reader.between(clientId, position, upTo);
    }

    private void awaitDemand() throws InterruptedException {
        feed.lock.lock();
        try {
            while (!cancelled && demand == 0) {
                feed.moved.await();
            }
            demand--;
        } finally {
            feed.lock.unlock();
        }
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            onEnd.run();
        }
    }
}
