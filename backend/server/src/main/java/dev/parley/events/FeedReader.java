package dev.parley.events;

import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.Transaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Reads the feed under a role that sees nothing else. */
final class FeedReader {

    static final int PAGE = 500;

    private static final String COLUMNS =
            "select e.client_id, e.id, e.entity, e.type, e.entity_id, e.changed_fields, e.occurred_at from events e ";

    private final Persistence persistence;

    FeedReader(Persistence persistence) {
        this.persistence = persistence;
    }

    /**
     * Where a client's feed stands.
     *
     * @param floor events up to this one are not kept any more; 0: all are
     * @param head the newest event; 0 when there was none
     */
    record Span(long floor, long head) {}

    Span span(UUID clientId) {
        return read(transaction -> span(transaction.connection(), clientId));
    }

    /** What came after the given position of each client, in order, {@link #PAGE} at most. */
    List<Event> after(Map<UUID, Long> positions) {
        return read(transaction -> {
            var connection = transaction.connection();
            try (var statement = connection.prepareStatement(COLUMNS
                    + "join unnest(?::uuid[], ?::bigint[]) p(client_id, position)"
                    + " on e.client_id = p.client_id and e.id > p.position order by e.client_id, e.id limit ?")) {
                statement.setArray(
                        1, connection.createArrayOf("uuid", positions.keySet().toArray()));
                statement.setArray(
                        2, connection.createArrayOf("bigint", positions.values().toArray()));
                statement.setInt(3, PAGE);
                return events(statement);
            }
        });
    }

    /**
     * A page of one client's past.
     *
     * @param floor what was there to be read began after it
     */
    record Past(long floor, List<Event> events) {

        /** Those after the floor: what came before may have been deleted in part. */
        List<Event> kept() {
            return events.stream().filter(event -> event.id() > floor).toList();
        }
    }

    Past between(UUID clientId, long after, long upTo) {
        return read(transaction -> past(transaction, clientId, after, upTo));
    }

    /** The same in a transaction that may read the client's feed. */
    static Past past(Transaction transaction, UUID clientId, long after, long upTo) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement(COLUMNS + "where e.client_id = ? and e.id > ? and e.id <= ? order by e.id limit ?")) {
            statement.setObject(1, clientId);
            statement.setLong(2, after);
            statement.setLong(3, upTo);
            statement.setInt(4, PAGE);
            var events = events(statement);
            // Asked afterwards: it may have moved on since, but never less than what was missing above.
            return new Past(span(transaction.connection(), clientId).floor(), events);
        }
    }

    private static Span span(Connection connection, UUID clientId) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select floor_id, last_id from private.event_positions where client_id = ?")) {
            statement.setObject(1, clientId);
            try (var row = statement.executeQuery()) {
                return row.next() ? new Span(row.getLong(1), row.getLong(2)) : new Span(0, 0);
            }
        }
    }

    private <T> T read(dev.parley.persistence.Work<T> work) {
        return persistence.inClient(Context.system(DatabaseRole.FEED), Mode.READ, work);
    }

    private static List<Event> events(PreparedStatement statement) throws SQLException {
        var events = new ArrayList<Event>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                events.add(event(rows));
            }
        }
        return events;
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getObject(1, UUID.class),
                row.getLong(2),
                new Change(
                        new EventEntity(row.getString(3)),
                        Change.Type.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                        row.getObject(5, UUID.class),
                        List.of((String[]) row.getArray(6).getArray())),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
