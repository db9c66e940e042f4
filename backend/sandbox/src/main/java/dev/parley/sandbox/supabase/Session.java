package dev.parley.sandbox.supabase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A log-in, from the password until the log-out. It ends early when a refresh token comes back that was exchanged long
 * ago: one of the two who have it must be a thief.
 *
 * @param revoked whether it ended that way
 */
record Session(UUID id, UUID userId, long startedAtUnixSecs, boolean revoked, List<RefreshToken> tokens) {

    Session {
        tokens = List.copyOf(tokens);
    }

    Optional<RefreshToken> token(String value) {
        return tokens.stream().filter(token -> token.value().equals(value)).findFirst();
    }

    /** The newest token that was not exchanged yet. */
    Optional<RefreshToken> current() {
        return tokens.reversed().stream()
                .filter(token -> token.usedAtMillis() == null)
                .findFirst();
    }

    Session exchanged(RefreshToken old, RefreshToken next, long nowMillis) {
        var chain = new ArrayList<>(tokens);
        chain.replaceAll(token -> token.equals(old) ? token.usedAt(nowMillis) : token);
        chain.add(next);
        return new Session(id, userId, startedAtUnixSecs, revoked, chain);
    }

    Session revoke() {
        return new Session(id, userId, startedAtUnixSecs, true, tokens);
    }

    Instant startedAt() {
        return Instant.ofEpochSecond(startedAtUnixSecs);
    }

    @Override
    public String toString() {
        return "Session[" + id + "]";
    }
}
