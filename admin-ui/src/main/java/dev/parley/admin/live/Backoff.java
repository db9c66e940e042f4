package dev.parley.admin.live;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next attempt: doubling, with a random part so that many pages do not come back as one. */
final class Backoff {

    private static final long FIRST_MILLIS = 250;
    private static final long LONGEST_MILLIS = 15_000;

    private int attempts;

    synchronized Duration next() {
        long full = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempts, 10));
        attempts++;
        return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }

    synchronized void reset() {
        attempts = 0;
    }
}
