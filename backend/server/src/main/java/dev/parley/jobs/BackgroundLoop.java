package dev.parley.jobs;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that this node does again and again on a thread of its own: one pass at once, the next one an interval after the
 * last has ended, or as soon as somebody calls {@link #wake()}. Passes never overlap.
 *
 * <p>A pass that throws ends nothing. It is tried again after the interval, then after twice that, up to four intervals,
 * but for the sake of slow loops not later than the longer of the interval and 30 s. A wake ends this wait, too.
 */
public final class BackgroundLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
    private static final int MOST_INTERVALS = 4;
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);

    /** One pass. An InterruptedException ends the loop. */
    @FunctionalInterface
    public interface Pass {
        @SuppressWarnings("java:S112") // whatever goes wrong in a pass is logged, and the pass tried again
        void run() throws Exception;
    }

    private final String name;
    private final Supplier<Duration> interval;
    private final Pass pass;
    private final LoopFailures failures;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;

    private BackgroundLoop(String name, boolean atOnce, Supplier<Duration> interval, Pass pass) {
        this.name = name;
        this.interval = interval;
        this.pass = pass;
        this.failures = new LoopFailures(name);
        this.thread = Thread.ofVirtual().name(name).unstarted(() -> repeat(atOnce));
    }

    /**
     * Starts a loop whose first pass is run at once.
     *
     * @param name of its thread, and in the log: {@code parley-…}
     * @param interval between the end of a pass and the next
     */
    public static BackgroundLoop start(String name, Duration interval, Pass pass) {
        return start(new BackgroundLoop(name, true, () -> interval, pass));
    }

    /**
     * Starts a loop whose first pass comes after an interval.
     *
     * @param interval until the next pass, asked for anew each time
     */
    public static BackgroundLoop startLater(String name, Supplier<Duration> interval, Pass pass) {
        return start(new BackgroundLoop(name, false, interval, pass));
    }

    private static BackgroundLoop start(BackgroundLoop loop) {
        loop.thread.start();
        return loop;
    }

    /** The next pass is run now, or as soon as the current one is over; one is enough, however often this is called. */
    public void wake() {
        wakes.release();
    }

    /** Whether the loop is to end: a long pass asks now and then and returns early. */
    public boolean isClosing() {
        return closing;
    }

    /** No further pass; does not wait for the current one. */
    public void stop() {
        closing = true;
        wakes.release();
    }

    /** No further pass; waits for the current one for 5 s, and then interrupts it. Within a pass: waits for nothing. */
    @Override
    public void close() {
        close(CLOSED_WITHIN);
    }

    /** {@link #close()} with another patience. */
    public void close(Duration patience) {
        stop();
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        try {
            if (!thread.join(patience)) {
                LOG.warn("{}: its work was not done after {} ms and is interrupted", name, patience.toMillis());
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void repeat(boolean atOnce) {
        try {
            pause(atOnce ? Duration.ZERO : interval.get());
            while (!closing) {
                pause(runOnce());
            }
        } catch (InterruptedException e) {
            LOG.debug("{} was interrupted", name);
        }
    }

    /** @return how long to wait for the next pass */
    private Duration runOnce() throws InterruptedException {
        try {
            pass.run();
            failures.over();
            return interval.get();
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) { // whatever it was: without this thread the work would never be done again
            return backoff(interval.get(), failures.add(e));
        }
    }

    private void pause(Duration time) throws InterruptedException {
        if (!closing && wakes.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
            wakes.drainPermits();
        }
    }

    /** @param inARow how many passes have failed by now */
    static Duration backoff(Duration interval, int inARow) {
        var backoff = interval.multipliedBy(Math.min(MOST_INTERVALS, 1L << Math.min(inARow - 1, 8)));
        var longest = interval.compareTo(LONGEST_BACKOFF) > 0 ? interval : LONGEST_BACKOFF;
        return backoff.compareTo(longest) > 0 ? longest : backoff;
    }
}
