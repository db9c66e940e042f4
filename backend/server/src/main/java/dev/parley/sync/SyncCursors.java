package dev.parley.sync;

import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a client's sync has come, and whose turn it is. The scheduler already lets one node run a client's job; the lease
 * is for a node that lost the cluster without noticing: it can no longer write.
 */
@ApplicationScoped
class SyncCursors {

    /** The lease is somebody else's now; what this run still had in hand is not stored. */
    static final class LeaseLostException extends RuntimeException {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        LeaseLostException() {
            super("Another run has taken over");
        }
    }

    private final Clock clock;
    private final SyncSettings settings;

    @Inject
    SyncCursors(Clock clock, SyncSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /** @return whether the owner has the lease now */
    boolean acquire(Transaction transaction, String owner) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement(
                        "insert into sync_cursors as c (client_id, kind, lease_owner, lease_until, updated_at)"
                                + " values (private.client_id(), 'conversations', ?, ?, ?)"
                                + " on conflict (client_id, kind) do update set lease_owner = excluded.lease_owner,"
                                + " lease_until = excluded.lease_until, updated_at = excluded.updated_at"
                                + " where c.lease_owner is null or c.lease_owner = excluded.lease_owner or c.lease_until < ?")) {
            var now = clock.instant();
            statement.setString(1, owner);
            statement.setObject(2, utc(now.plus(settings.lease())));
            statement.setObject(3, utc(now));
            statement.setObject(4, utc(now));
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * Keeps the lease; in a transaction that writes, it lets the write through only while the lease is ours.
     *
     * @throws LeaseLostException when it is not
     */
    void renew(Transaction transaction, String owner) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("update sync_cursors set lease_until = ?, updated_at = ?"
                        + " where client_id = private.client_id() and kind = 'conversations' and lease_owner = ?")) {
            var now = clock.instant();
            statement.setObject(1, utc(now.plus(settings.lease())));
            statement.setObject(2, utc(now));
            statement.setString(3, owner);
            if (statement.executeUpdate() != 1) {
                throw new LeaseLostException();
            }
        }
    }

    void release(Transaction transaction, String owner) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("update sync_cursors set lease_owner = null, lease_until = null"
                        + " where client_id = private.client_id() and kind = 'conversations' and lease_owner = ?")) {
            statement.setString(1, owner);
            statement.executeUpdate();
        }
    }

    Optional<Instant> syncedUntil(Transaction transaction) throws SQLException {
        try (var statement = transaction.connection().createStatement();
                var row = statement.executeQuery("select synced_until from sync_cursors"
                        + " where client_id = private.client_id() and kind = 'conversations'")) {
            return row.next()
                    ? Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant)
                    : Optional.empty();
        }
    }

    /** Moves the place forward; never back. */
    void moveTo(Transaction transaction, Instant syncedUntil) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("update sync_cursors set synced_until = greatest(synced_until, ?)"
                        + " where client_id = private.client_id() and kind = 'conversations'")) {
            statement.setObject(1, utc(syncedUntil));
            statement.executeUpdate();
        }
    }

    /** Names a run's hold on the lease. */
    static String owner(String node) {
        return node + "/" + UUID.randomUUID();
    }

    Duration lease() {
        return settings.lease();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
