package dev.parley.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Sees to it that requests, and what they ask for, end in time. */
public final class Deadlines implements AutoCloseable {

    private final Duration limit;
    private final ScheduledThreadPoolExecutor timer;

    /** @param limit of one operation, of a subscription: of reading one event; of a request's body: until it is there */
    public Deadlines(Duration limit) {
        this.limit = limit;
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("parley-deadlines").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /** How long an operation may take, or a request's body to arrive. */
    public Duration limit() {
        return limit;
    }

    /** @return cancel it when the work is done in time */
    public Future<?> after(Duration time, Runnable action) {
        // What is to be done then asks the database to stop, and may have to wait for it.
        return timer.schedule(
                () -> Thread.ofVirtual().name("parley-deadline").start(action), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
