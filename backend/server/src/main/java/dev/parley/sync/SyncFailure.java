package dev.parley.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that a run did not get, or could not store.
 *
 * @param code why, for example UNAVAILABLE or MALFORMED
 * @param attempts how often in a row it has failed, this time included
 * @param nextAttemptAt the first run after this asks again; null once that was done
 */
public record SyncFailure(
        String elevenlabsConversationId, String code, int attempts, @Nullable Instant nextAttemptAt) {}
