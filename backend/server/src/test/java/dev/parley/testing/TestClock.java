package dev.parley.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of the tested server and of its sandbox: the machine's, or ahead of it for as long as a test says. The database
 * keeps its own time.
 */
public final class TestClock extends Clock {

    private static final TestClock SHARED = new TestClock();

    private volatile Duration ahead = Duration.ZERO;

    private TestClock() {}

    public static TestClock shared() {
        return SHARED;
    }

    /** Ends what {@link #turn} began. */
    @FunctionalInterface
    public interface Turned extends AutoCloseable {
        @Override
        void close();
    }

    /** As if that much time had passed, until closed. */
    public Turned turn(Duration time) {
        var before = ahead;
        ahead = before.plus(time);
        return () -> ahead = before;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nothing of Parley reads a clock in a zone");
    }
}
