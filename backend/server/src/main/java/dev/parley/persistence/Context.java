package dev.parley.persistence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom a transaction works. Build one only from a verified token and a verified membership, or for the system's own
 * work.
 *
 * @param databaseRole what the transaction may touch at all
 * @param clientId the client whose rows it sees; null: none
 * @param userId the person or program behind it; null: the system
 * @param memberRole the caller's role in the client, empty when there is none
 */
public record Context(DatabaseRole databaseRole, @Nullable UUID clientId, @Nullable UUID userId, String memberRole) {

    public static Context request(UUID clientId, UUID userId, String memberRole) {
        return new Context(DatabaseRole.REQUEST, clientId, userId, memberRole);
    }

    /** A person before a client is chosen: sees no tenant's rows, may ask where it is a member. */
    public static Context person(UUID userId) {
        return new Context(DatabaseRole.REQUEST, null, userId, "");
    }

    public static Context jobs(UUID clientId) {
        return new Context(DatabaseRole.JOBS, clientId, null, "");
    }

    /** Work across clients: only what a role without a client may do, which is little. */
    public static Context system(DatabaseRole role) {
        return new Context(role, null, null, "");
    }

    /** Whether somebody with a role in a client stands behind it. */
    boolean isMember() {
        return databaseRole == DatabaseRole.REQUEST && clientId != null && userId != null;
    }
}
