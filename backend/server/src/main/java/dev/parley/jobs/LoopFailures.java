package dev.parley.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what goes wrong in a loop: a failure that stays the same is not said with each pass. */
final class LoopFailures {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration SAID_AGAIN_AFTER = Duration.ofMinutes(10);

    private final String name;
    private @Nullable Class<?> last;
    private long saidAt;
    private int inARow;

    LoopFailures(String name) {
        this.name = name;
    }

    /** @return how many passes have failed in a row */
    int add(Throwable failure) {
        inARow++;
        if (failure.getClass() != last || System.nanoTime() - saidAt > SAID_AGAIN_AFTER.toNanos()) {
            last = failure.getClass();
            saidAt = System.nanoTime();
            LOG.warn("{}: a pass failed, {} in a row; trying again", name, inARow, failure);
        } else {
            LOG.debug("{}: a pass failed as before, {} in a row", name, inARow);
        }
        return inARow;
    }

    void over() {
        if (inARow > 0) {
            LOG.info("{}: works again after {} failed passes", name, inARow);
            inARow = 0;
            last = null;
        }
    }
}
