package dev.parley.sync;

import dev.parley.persistence.Rows;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Conversations that could not be had or stored, by the run that tried, and when each is to be tried again: after a minute,
 * then after twice as long each time, up to twelve hours. Works in the given transaction's client.
 */
@ApplicationScoped
public class SyncFailures {

    /** How many are named of one run. */
    public static final int MOST_NAMED = 100;

    private static final Duration FIRST_DELAY = Duration.ofMinutes(1);
    private static final Duration LONGEST_DELAY = Duration.ofHours(12);

    private final Clock clock;

    @Inject
    public SyncFailures(Clock clock) {
        this.clock = clock;
    }

    /** Those that are to be tried again, now or later, by ElevenLabs' id. */
    Map<String, SyncFailure> waiting(Transaction transaction) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement(
                        "select elevenlabs_conversation_id, code, attempts, next_attempt_at from sync_failures"
                                + " where client_id = private.client_id() and next_attempt_at is not null")) {
            var waiting = new HashMap<String, SyncFailure>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var failure = new SyncFailure(
                            row.getString(1), row.getString(2), row.getInt(3), Rows.instantOrNull(row, 4));
                    waiting.put(failure.elevenlabsConversationId(), failure);
                }
            }
            return waiting;
        }
    }

    /** They were tried again: what came of it is told anew, or all is well. */
    void settle(Transaction transaction, Collection<String> conversationIds) throws SQLException {
        var connection = transaction.connection();
        try (var statement = connection.prepareStatement("update sync_failures set next_attempt_at = null"
                + " where client_id = private.client_id() and elevenlabs_conversation_id = any(?)"
                + " and next_attempt_at is not null")) {
            statement.setArray(1, connection.createArrayOf("text", conversationIds.toArray()));
            statement.executeUpdate();
        }
    }

    /** @param before how they had failed until then */
    void add(Transaction transaction, UUID runId, List<Fault> faults, Map<String, SyncFailure> before)
            throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement(
                        "insert into sync_failures (client_id, run_id, elevenlabs_conversation_id, code, attempts,"
                                + " failed_at, next_attempt_at) values (private.client_id(), ?, ?, ?, ?, ?, ?)")) {
            var now = clock.instant();
            for (var fault : faults) {
                var last = before.get(fault.conversationId());
                int attempts = last == null ? 1 : last.attempts() + 1;
                statement.setObject(1, runId);
                statement.setString(2, fault.conversationId());
                statement.setString(3, fault.code());
                statement.setInt(4, attempts);
                statement.setObject(5, now.atOffset(ZoneOffset.UTC));
                statement.setObject(6, now.plus(delay(attempts)).atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The first {@link #MOST_NAMED} of each run. */
    public Map<UUID, List<SyncFailure>> ofRuns(Transaction transaction, Collection<UUID> runIds) throws SQLException {
        var connection = transaction.connection();
        try (var statement = connection.prepareStatement("select r.id, f.* from unnest(?) r (id), lateral ("
                + "select elevenlabs_conversation_id, code, attempts, next_attempt_at from sync_failures"
                + " where client_id = (select private.client_id()) and run_id = r.id"
                + " order by elevenlabs_conversation_id limit " + MOST_NAMED + ") f")) {
            statement.setArray(1, connection.createArrayOf("uuid", runIds.toArray()));
            return read(statement);
        }
    }

    private static Map<UUID, List<SyncFailure>> read(PreparedStatement statement) throws SQLException {
        var failures = new HashMap<UUID, List<SyncFailure>>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                failures.computeIfAbsent(row.getObject(1, UUID.class), run -> new ArrayList<>())
                        .add(new SyncFailure(
                                row.getString(2), row.getString(3), row.getInt(4), Rows.instantOrNull(row, 5)));
            }
        }
        return failures;
    }

    /** Whether it is time to try again. */
    boolean isDue(SyncFailure failure) {
        return failure.nextAttemptAt() != null && !failure.nextAttemptAt().isAfter(clock.instant());
    }

    private static Duration delay(int attempts) {
        var delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, 16));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
