package dev.parley.tokens;

import dev.parley.persistence.Rows;
import dev.parley.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    static final Rows<ApiToken> ROWS = new Rows<>(
            "id, name, role, start, created_at, created_by_email, expires_at, last_used_at, revoked_at",
            "(select t.*, m.role from (select client_id, id, name, start, created_at, created_by_email, expires_at,"
                    + " last_used_at, revoked_at from api_tokens) t"
                    + " join client_members m on m.client_id = t.client_id and m.user_id = t.id) token",
            "created_at",
            ApiToken::read);

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

    private static ApiToken read(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getObject(1, UUID.class),
                row.getString(2),
                Role.ofStored(row.getString(3)),
                row.getString(4),
                Rows.instant(row, 5),
                row.getString(6),
                Rows.instant(row, 7),
                Rows.instantOrNull(row, 8),
                Rows.instantOrNull(row, 9));
    }
}
