package dev.parley.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item that is being worked on.
 *
 * @param attempt 1 for the first
 * @param requestId of the request that added it
 */
public record WorkItem(
        UUID clientId,
        long id,
        @Nullable UUID subjectId,
        @Nullable String payload,
        @Nullable String orderKey,
        int attempt,
        @Nullable String requestId) {

    /** @throws IllegalStateException when it was added without one */
    public UUID subject() {
        if (subjectId == null) {
            throw new IllegalStateException("Item " + id + " has no subject");
        }
        return subjectId;
    }
}
