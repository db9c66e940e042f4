package dev.parley.deprecations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who uses something deprecated.
 *
 * @param coordinate of the field, or of the argument, as the request log has it
 * @param callerId the person's or the program's
 * @param callerName the program's token, or the person's e-mail address; null when it is not known any more
 * @param operationName null when the operation has none
 */
public record DeprecatedUse(
        String coordinate,
        UUID callerId,
        @Nullable String callerName,
        @Nullable String operationName,
        long calls,
        Instant lastCalledAt) {}
