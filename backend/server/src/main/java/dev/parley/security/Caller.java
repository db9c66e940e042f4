package dev.parley.security;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.persistence.Context;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose token and memberships were verified.
 *
 * @param membership the client this request works for; null when the caller has none or has not chosen
 */
public record Caller(Identity identity, List<Membership> memberships, @Nullable Membership membership) {

    public Caller {
        memberships = List.copyOf(memberships);
    }

    public UUID userId() {
        return identity.id();
    }

    /** When the token that was brought stops counting. */
    public Instant expiresAt() {
        return identity.expiresAt();
    }

    /** @throws ParleyException FORBIDDEN without any client, BAD_USER_INPUT while several are possible */
    public Membership inClient() {
        if (membership != null) {
            return membership;
        }
        throw memberships.isEmpty()
                ? new ParleyException(ErrorCode.FORBIDDEN, "You are not a member of any client")
                : new ParleyException(
                        ErrorCode.BAD_USER_INPUT, "You are a member of several clients: choose one with X-Client-Id");
    }

    /** Whether they work in the same client in the same role. */
    public boolean isInRoleOf(Caller other) {
        return Objects.equals(role(), other.role());
    }

    private @Nullable Role role() {
        return membership == null ? null : membership.role();
    }

    /** The database context of this caller's work. */
    public Context context() {
        var chosen = inClient();
        return Context.request(chosen.clientId(), userId(), chosen.role().stored());
    }
}
