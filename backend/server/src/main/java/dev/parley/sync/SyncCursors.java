package dev.parley.sync;

import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** How far each client's sync has come. */
@ApplicationScoped
class SyncCursors {

    private final Clock clock;

    @Inject
    SyncCursors(Clock clock) {
        this.clock = clock;
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
                .prepareStatement("insert into sync_cursors as c (client_id, kind, synced_until, updated_at)"
                        + " values (private.client_id(), 'conversations', ?, ?) on conflict (client_id, kind) do update"
                        + " set synced_until = greatest(c.synced_until, excluded.synced_until),"
                        + " updated_at = excluded.updated_at")) {
            statement.setObject(1, utc(syncedUntil));
            statement.setObject(2, utc(clock.instant()));
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
