package dev.parley.sync;

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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The record of runs, and the events about them. Works in the given transaction's client. */
@ApplicationScoped
public class SyncRuns {

    /** What the events of this feature are about. */
    public static final EventEntity ENTITY = new EventEntity("sync_run");

    private static final String COLUMNS = "select id, reason, status, listed, fetched, changed, failed, error_code,"
            + " started_at, finished_at from sync_runs where client_id = private.client_id() ";

    private final EventLog events;
    private final Clock clock;

    @Inject
    public SyncRuns(EventLog events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Begins a run; one that was still marked as running is over: its node died. */
    SyncRun begin(Transaction transaction, SyncRun.Reason reason, String node) throws SQLException {
        var now = now();
        try (var statement = transaction
                .connection()
                .prepareStatement("update sync_runs set status = 'interrupted', finished_at = ?, updated_at = ?"
                        + " where client_id = private.client_id() and status = 'running'")) {
            statement.setObject(1, now);
            statement.setObject(2, now);
            statement.executeUpdate();
        }
        var id = UUID.randomUUID();
        try (var statement = transaction
                .connection()
                .prepareStatement(
                        "insert into sync_runs (client_id, id, kind, reason, status, node, started_at, updated_at)"
                                + " values (private.client_id(), ?, 'conversations', ?, 'running', ?, ?, ?)")) {
            statement.setObject(1, id);
            statement.setString(2, stored(reason));
            statement.setString(3, node);
            statement.setObject(4, now);
            statement.setObject(5, now);
            statement.executeUpdate();
        }
        announce(transaction, id, Change.Type.CREATED, List.of());
        return new SyncRun(id, reason, SyncRun.Status.RUNNING, 0, 0, 0, 0, null, now.toInstant(), null);
    }

    void progress(Transaction transaction, SyncRun run) throws SQLException {
        update(transaction, run, SyncRun.Status.RUNNING, null, null);
        announce(transaction, run.id(), Change.Type.UPDATED, List.of("listed", "fetched", "changed", "failed"));
    }

    void finish(Transaction transaction, SyncRun run, SyncRun.Status status, @Nullable String errorCode)
            throws SQLException {
        update(transaction, run, status, errorCode, now());
        announce(transaction, run.id(), Change.Type.UPDATED, List.of("status"));
    }

    /** The newest first. */
    public List<SyncRun> list(Transaction transaction, int limit) throws SQLException {
        try (var statement =
                transaction.connection().prepareStatement(COLUMNS + "order by started_at desc, id desc limit ?")) {
            statement.setInt(1, limit);
            return read(statement);
        }
    }

    public Optional<SyncRun> find(Transaction transaction, UUID id) throws SQLException {
        try (var statement = transaction.connection().prepareStatement(COLUMNS + "and id = ?")) {
            statement.setObject(1, id);
            return read(statement).stream().findFirst();
        }
    }

    /** When a run last succeeded: what is shown is as fresh as its beginning. */
    public Optional<Instant> lastSuccess(Transaction transaction) throws SQLException {
        try (var statement = transaction.connection().createStatement();
                var row = statement.executeQuery("select max(started_at) from sync_runs"
                        + " where client_id = private.client_id() and status = 'succeeded'")) {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        }
    }

    private static void update(
            Transaction transaction,
            SyncRun run,
            SyncRun.Status status,
            @Nullable String errorCode,
            @Nullable OffsetDateTime finishedAt)
            throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("update sync_runs set listed = ?, fetched = ?, changed = ?, failed = ?, status = ?,"
                        + " error_code = ?, finished_at = ?, updated_at = clock_timestamp()"
                        + " where client_id = private.client_id() and id = ?")) {
            statement.setInt(1, run.listed());
            statement.setInt(2, run.fetched());
            statement.setInt(3, run.changed());
            statement.setInt(4, run.failed());
            statement.setString(5, stored(status));
            statement.setString(6, errorCode);
            statement.setObject(7, finishedAt, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(8, run.id());
            statement.executeUpdate();
        }
    }

    private void announce(Transaction transaction, UUID id, Change.Type type, List<String> changedFields) {
        events.append(transaction, new Change(ENTITY, type, id, changedFields));
    }

    private static List<SyncRun> read(PreparedStatement statement) throws SQLException {
        var runs = new ArrayList<SyncRun>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                runs.add(run(rows));
            }
        }
        return runs;
    }

    private static SyncRun run(ResultSet row) throws SQLException {
        var finished = row.getObject(10, OffsetDateTime.class);
        return new SyncRun(
                row.getObject(1, UUID.class),
                SyncRun.Reason.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                SyncRun.Status.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String stored(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
