package dev.parley.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Checks API tokens of programs. */
final class ApiTokenVerifier {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Persistence persistence;
    private final Clock clock;
    private final Cache<ByteBuffer, Verified> recent =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    /** A good token's program and the one membership it has. */
    record Verified(Identity identity, Membership membership) {}

    ApiTokenVerifier(Persistence persistence, Clock clock) {
        this.persistence = persistence;
        this.clock = clock;
    }

    /** Empty for one that is unknown, expired or revoked alike. Looked up by its hash: how long that takes tells nothing. */
    Optional<Verified> verify(String token) {
        return ApiTokenText.isWellFormed(token)
                ? recentOrFound(ApiTokenText.hash(token)).filter(found -> clock.instant()
                        .isBefore(found.identity().expiresAt()))
                : Optional.empty();
    }

    /** The next request with its token looks it up again. */
    void forget(UUID program) {
        recent.asMap().values().removeIf(verified -> verified.identity().id().equals(program));
    }

    /** Looked up before the cache is entered: while a cache loads, it holds a lock. */
    private Optional<Verified> recentOrFound(byte[] hash) {
        var key = ByteBuffer.wrap(hash);
        var verified = Optional.ofNullable(recent.getIfPresent(key));
        if (verified.isEmpty()) {
            verified = find(hash);
            verified.ifPresent(found -> recent.put(key, found));
        }
        return verified;
    }

    private Optional<Verified> find(byte[] hash) {
        return persistence.inClient(Context.system(DatabaseRole.REQUEST), Mode.READ, transaction -> {
            try (var statement = transaction
                    .connection()
                    .prepareStatement("select token_id, token_name, expires_at, client_id, client_name, role"
                            + " from private.token_membership(?)")) {
                statement.setBytes(1, hash);
                try (var row = statement.executeQuery()) {
                    return row.next() ? Optional.of(verified(row)) : Optional.empty();
                }
            }
        });
    }

    private static Verified verified(ResultSet row) throws SQLException {
        return new Verified(
                new Identity(
                        Identity.Kind.PROGRAM,
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                new Membership(row.getObject(4, UUID.class), row.getString(5), Role.ofStored(row.getString(6))));
    }
}
