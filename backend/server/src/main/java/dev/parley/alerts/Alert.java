package dev.parley.alerts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong and that somebody should know of. Opens and closes by itself.
 *
 * @param code what opened it, for example RATE_LIMITED
 * @param count how often it was reported while open
 * @param openedAt when it was reported first
 * @param lastSeenAt when it was reported last
 * @param closedAt null while it lasts
 */
public record Alert(
        UUID id,
        AlertKind kind,
        String code,
        int count,
        Instant openedAt,
        Instant lastSeenAt,
        @Nullable Instant closedAt) {}
