package dev.parley.alerts;

import dev.parley.events.Change;
import dev.parley.events.EventEntity;
import dev.parley.events.EventLog;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What is wrong in a client, and what was. At most one alert of a kind is open; opening it again changes nothing. */
@ApplicationScoped
public class Alerts {

    /** What the events of this feature are about. */
    public static final EventEntity ENTITY = new EventEntity("alert");

    private static final String COLUMNS =
            "select id, kind, code, opened_at, closed_at from alerts" + " where client_id = private.client_id() ";

    private final EventLog events;
    private final Clock clock;

    @Inject
    public Alerts(EventLog events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** @param code why, for people who look into it; never content */
    public void open(Transaction transaction, Alert.Kind kind, String code) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("insert into alerts (client_id, kind, code, opened_at)"
                        + " values (private.client_id(), ?, ?, ?)"
                        + " on conflict (client_id, kind) where closed_at is null do nothing returning id")) {
            statement.setString(1, stored(kind));
            statement.setString(2, code);
            statement.setObject(3, now());
            announce(transaction, statement, Change.Type.CREATED, List.of());
        }
    }

    /** Closes what is open of a kind, if anything is. */
    public void close(Transaction transaction, Alert.Kind kind) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("update alerts set closed_at = ? where client_id = private.client_id()"
                        + " and kind = ? and closed_at is null returning id")) {
            statement.setObject(1, now());
            statement.setString(2, stored(kind));
            announce(transaction, statement, Change.Type.UPDATED, List.of("closedAt"));
        }
    }

    /** The newest first. */
    public List<Alert> list(Transaction transaction, boolean onlyOpen, int limit) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement(COLUMNS + (onlyOpen ? "and closed_at is null " : "")
                        + "order by opened_at desc, id desc limit ?")) {
            statement.setInt(1, limit);
            return read(statement);
        }
    }

    public Optional<Alert> find(Transaction transaction, UUID id) throws SQLException {
        try (var statement = transaction.connection().prepareStatement(COLUMNS + "and id = ?")) {
            statement.setObject(1, id);
            return read(statement).stream().findFirst();
        }
    }

    private void announce(
            Transaction transaction, PreparedStatement statement, Change.Type type, List<String> changedFields)
            throws SQLException {
        try (var row = statement.executeQuery()) {
            if (row.next()) {
                events.append(transaction, new Change(ENTITY, type, row.getObject(1, UUID.class), changedFields));
            }
        }
    }

    private static List<Alert> read(PreparedStatement statement) throws SQLException {
        var alerts = new ArrayList<Alert>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                alerts.add(alert(rows));
            }
        }
        return alerts;
    }

    private static Alert alert(ResultSet row) throws SQLException {
        var closed = row.getObject(5, OffsetDateTime.class);
        return new Alert(
                row.getObject(1, UUID.class),
                Alert.Kind.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String stored(Alert.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
