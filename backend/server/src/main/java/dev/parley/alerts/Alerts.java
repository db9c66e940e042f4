package dev.parley.alerts;

import dev.parley.events.Change;
import dev.parley.events.EventEntity;
import dev.parley.events.EventLog;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is wrong in a client, and what was. At most one alert of a kind is open in it. */
@ApplicationScoped
public class Alerts {

    /** What the events of this feature are about. */
    public static final EventEntity ENTITY = new EventEntity("alert");

    /** Subscribers hear at most so often that an open alert was reported again. */
    static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    /** Kinds of other versions of Parley are left out: nobody here could say what they mean. */
    private static final String ALERTS = "select id, kind, code, count, opened_at, last_seen_at, closed_at from alerts"
            + " where client_id = private.client_id() and kind = any(?) ";

    private static final String OPEN =
            """
            insert into alerts as a (client_id, kind, code, opened_at, last_seen_at, told_at)
            values (private.client_id(), ?, ?, ?, ?, ?)
            on conflict (client_id, kind) where closed_at is null do update set
                count = a.count + 1, last_seen_at = greatest(a.last_seen_at, excluded.last_seen_at),
                told_at = case when a.told_at <= ? then excluded.told_at else a.told_at end
            returning id, count = 1, told_at = ?""";

    private final AlertKinds kinds;
    private final EventLog events;
    private final Clock clock;

    @Inject
    public Alerts(AlertKinds kinds, EventLog events, Clock clock) {
        this.kinds = kinds;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens an alert, or counts once more the one that is open.
     *
     * @param code why, for people who look into it; never content. Of an open alert, the first one stays
     */
    public void open(Transaction transaction, AlertKind kind, String code) throws SQLException {
        var now = now();
        try (var statement = transaction.connection().prepareStatement(OPEN)) {
            statement.setString(1, kind.stored());
            statement.setString(2, code);
            for (int i = 3; i <= 5; i++) {
                statement.setObject(i, now);
            }
            statement.setObject(6, now.minus(TOLD_EVERY));
            statement.setObject(7, now);
            try (var row = statement.executeQuery()) {
                row.next();
                var id = row.getObject(1, UUID.class);
                if (row.getBoolean(2)) {
                    tell(transaction, Change.Type.CREATED, id, List.of());
                } else if (row.getBoolean(3)) {
                    tell(transaction, Change.Type.UPDATED, id, List.of("count", "lastSeenAt"));
                }
            }
        }
    }

    /** Closes what is open of a kind, if anything is. */
    public void close(Transaction transaction, AlertKind kind) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("update alerts set closed_at = ? where client_id = private.client_id()"
                        + " and kind = ? and closed_at is null returning id")) {
            statement.setObject(1, now());
            statement.setString(2, kind.stored());
            try (var row = statement.executeQuery()) {
                if (row.next()) {
                    tell(transaction, Change.Type.UPDATED, row.getObject(1, UUID.class), List.of("closedAt"));
                }
            }
        }
    }

    public boolean isOpen(Transaction transaction, AlertKind kind) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("select exists (select from alerts where client_id = private.client_id()"
                        + " and kind = ? and closed_at is null)")) {
            statement.setString(1, kind.stored());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** The newest first. */
    public List<Alert> list(Transaction transaction, boolean onlyOpen, int limit) throws SQLException {
        var query = ALERTS + (onlyOpen ? "and closed_at is null " : "") + "order by opened_at desc, id desc limit ?";
        return read(transaction, query, limit);
    }

    public Optional<Alert> find(Transaction transaction, UUID id) throws SQLException {
        return read(transaction, ALERTS + "and id = ?", id).stream().findFirst();
    }

    private void tell(Transaction transaction, Change.Type type, UUID id, List<String> changedFields) {
        events.append(transaction, new Change(ENTITY, type, id, changedFields));
    }

    private List<Alert> read(Transaction transaction, String query, Object last) throws SQLException {
        var connection = transaction.connection();
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", kinds.all().stream().map(AlertKind::stored).toArray()));
            statement.setObject(2, last);
            var alerts = new ArrayList<Alert>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    alerts.add(alert(rows));
                }
            }
            return alerts;
        }
    }

    private Alert alert(ResultSet row) throws SQLException {
        var closed = row.getObject(7, OffsetDateTime.class);
        return new Alert(
                row.getObject(1, UUID.class),
                kinds.ofStored(row.getString(2)),
                row.getString(3),
                row.getInt(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
