package dev.parley.work;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an item that failed.
 *
 * @param retryAfter null: it is given up
 */
record Verdict(String code, @Nullable Duration retryAfter) {

    /** @param attempt that failed, 1 for the first */
    static Verdict on(Exception failure, Queue queue, int attempt) {
        if (failure instanceof WorkFailure said) {
            var usual = delay(queue, attempt);
            var delay = said.retryAfter() == null || usual == null ? usual : said.retryAfter();
            return new Verdict(said.code(), said.isHopeless() ? null : delay);
        }
        return new Verdict(failure.getClass().getSimpleName(), delay(queue, attempt));
    }

    boolean isGivenUp() {
        return retryAfter == null;
    }

    private static @Nullable Duration delay(Queue queue, int attempt) {
        return attempt < queue.maxAttempts() ? queue.retryDelays().get(attempt - 1) : null;
    }
}
