package dev.parley.admin.tokens;

import dev.parley.admin.clients.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An API token; the secret itself is not known.
 *
 * @param start how it begins
 * @param createdBy the e-mail address of who made it
 * @param lastUsedAt null: never
 */
record Token(
        String id,
        String name,
        Role role,
        String start,
        TokenStatus status,
        Instant createdAt,
        @Nullable String createdBy,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
