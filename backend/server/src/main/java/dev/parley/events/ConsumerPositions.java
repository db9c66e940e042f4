package dev.parley.events;

import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/** How far consumers have read each client's feed. */
final class ConsumerPositions {

    private final Persistence persistence;

    ConsumerPositions(Persistence persistence) {
        this.persistence = persistence;
    }

    /** @param isNew there is no position yet */
    record Behind(UUID clientId, boolean isNew) {}

    /** Clients in whose feed there is something that the consumer has not read. */
    List<Behind> behind(String consumer) {
        return persistence.inClient(Context.system(DatabaseRole.FEED), Mode.READ, transaction -> {
            try (var statement = transaction
                    .connection()
                    .prepareStatement("select p.client_id, c.last_id is null from private.event_positions p"
                            + " left join private.event_consumers c on c.client_id = p.client_id and c.consumer = ?"
                            + " where p.last_id > coalesce(c.last_id, 0) order by p.client_id")) {
                statement.setString(1, consumer);
                var clients = new ArrayList<Behind>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        clients.add(new Behind(rows.getObject(1, UUID.class), rows.getBoolean(2)));
                    }
                }
                return clients;
            }
        });
    }

    /** Before the feed, in a transaction of its own: nobody waits for the first one that works from there. */
    void begin(UUID clientId, String consumer) {
        persistence.inClient(Context.jobs(clientId), Mode.WRITE, transaction -> {
            try (var statement = transaction
                    .connection()
                    .prepareStatement("insert into private.event_consumers (client_id, consumer)"
                            + " values (private.client_id(), ?) on conflict do nothing")) {
                statement.setString(1, consumer);
                return statement.executeUpdate();
            }
        });
    }

    /**
     * Locks the position in the transaction's client.
     *
     * @return empty: another node holds it
     */
    static OptionalLong lock(Transaction transaction, String consumer) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("select last_id from private.event_consumers"
                        + " where client_id = private.client_id() and consumer = ? for update skip locked")) {
            statement.setString(1, consumer);
            try (var row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** @param lastId the newest event that was dealt with */
    static void advance(Transaction transaction, String consumer, long lastId) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("update private.event_consumers set last_id = ?"
                        + " where client_id = private.client_id() and consumer = ?")) {
            statement.setLong(1, lastId);
            statement.setString(2, consumer);
            statement.executeUpdate();
        }
    }
}
