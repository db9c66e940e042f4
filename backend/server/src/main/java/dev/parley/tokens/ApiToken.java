package dev.parley.tokens;

import dev.parley.security.Role;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/**
 * A program's way into one client. The token itself is known only to who made it.
 *
 * @param id also the {@code user_id} under which the program acts
 * @param start how the token begins
 * @param createdBy the e-mail address of who made it, as it was then
 * @param lastUsedAt to the minute; null: never
 */
public record ApiToken(
        UUID id,
        String name,
        Role role,
        String start,
        Instant createdAt,
        @Nullable String createdBy,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** Whether it lets anybody in. */
    @Name("ApiTokenStatus")
    @Description("Whether an API token lets anybody in.")
    public enum Status {
        @Description("It does.")
        ACTIVE,
        @Description("It did; its time is over.")
        EXPIRED,
        @Description("It did; somebody revoked it.")
        REVOKED
    }

    public Status status(Instant now) {
        if (revokedAt != null) {
            return Status.REVOKED;
        }
        return now.isBefore(expiresAt) ? Status.ACTIVE : Status.EXPIRED;
    }
}
