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

    /** As if that much time had passed, until closed. One test at a time. */
    public Turned turn(Duration time) {
        var turned = new Turned();
        turned.further(time);
        return turned;
    }

    /** The clock is ahead until this is closed. */
    public final class Turned implements AutoCloseable {

        private Turned() {}

        public void further(Duration time) {
            ahead = ahead.plus(time);
        }

        @Override
        public void close() {
            ahead = Duration.ZERO;
        }
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
