package dev.parley.gateway;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How fast one client's key may be used from this node: so many requests a second, so many at once, and not at all while
 * the service has asked for a pause. Fewer at once after each complaint about that, one more after a while without.
 */
final class Limiter {

    private static final int CALM_REQUESTS = 50;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Bucket bucket;
    private final Clock clock;
    private final int mostAtOnce;
    private int atOnce;
    private int running;
    private int calm;
    private Instant pausedUntil = Instant.MIN;

    Limiter(int requestsPerSecond, int mostAtOnce, Clock clock) {
        this.bucket = Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(requestsPerSecond).refillGreedy(requestsPerSecond, Duration.ofSeconds(1)))
                .build();
        this.mostAtOnce = mostAtOnce;
        this.atOnce = mostAtOnce;
        this.clock = clock;
    }

    /** Waits for its turn. */
    void enter() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (running >= atOnce || clock.instant().isBefore(pausedUntil)) {
                var pause = Duration.between(clock.instant(), pausedUntil);
                if (pause.isPositive()) {
                    changed.await(pause.toMillis() + 1, TimeUnit.MILLISECONDS);
                } else {
                    changed.await();
                }
            }
            running++;
        } finally {
            lock.unlock();
        }
        try {
            bucket.asBlocking().consume(1);
        } catch (InterruptedException e) {
            leave();
            throw e;
        }
    }

    void leave() {
        lock.lock();
        try {
            running--;
            if (++calm >= CALM_REQUESTS && atOnce < mostAtOnce) {
                calm = 0;
                atOnce++;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The service complained. */
    void heed(UpstreamException.Throttled complaint) {
        lock.lock();
        try {
            calm = 0;
            if (complaint.code() == UpstreamException.Code.TOO_MANY_AT_ONCE) {
                atOnce = Math.max(1, atOnce / 2);
            }
            complaint
                    .retryAfter()
                    .map(pause -> clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause))
                    .filter(until -> until.isAfter(pausedUntil))
                    .ifPresent(until -> pausedUntil = until);
        } finally {
            lock.unlock();
        }
    }

    int atOnce() {
        lock.lock();
        try {
            return atOnce;
        } finally {
            lock.unlock();
        }
    }
}
