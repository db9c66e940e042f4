package dev.parley.jobs;

import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Who runs a job now, and how it last went. The scheduler already lets one node run a job; the lease is for a node that lost
 * the cluster without noticing: it can no longer write. Works for the given transaction's client, or for the installation
 * when it has none.
 */
@ApplicationScoped
class JobStates {

    /** Two conditions, since "is not distinct from" uses no index. */
    private static final String OURS = " where (client_id = private.client_id()"
            + " or client_id is null and private.client_id() is null) and job = ?";

    /** A run that is still marked as such when its lease has run out is over: its node died. */
    private static final String ACQUIRE =
            """
            insert into job_states as s (client_id, job, lease_owner, lease_since, lease_until)
            values (private.client_id(), ?, ?, ?, ?)
            on conflict (client_id, job) do update set
                lease_owner = excluded.lease_owner, lease_since = excluded.lease_since, lease_until = excluded.lease_until,
                last_started_at = case when s.lease_owner is null then s.last_started_at else s.lease_since end,
                last_finished_at = case when s.lease_owner is null then s.last_finished_at else s.lease_until end,
                last_outcome = case when s.lease_owner is null then s.last_outcome else 'interrupted' end,
                last_code = case when s.lease_owner is null then s.last_code end
            where s.lease_owner is null or s.lease_until < ?""";

    private static final String RENEW = "update job_states set lease_until = ?" + OURS + " and lease_owner = ?";

    private static final String RELEASE = "update job_states set last_started_at = lease_since, last_finished_at = ?,"
            + " last_outcome = ?, last_code = ?, lease_owner = null, lease_since = null, lease_until = null" + OURS
            + " and lease_owner = ?";

    private static final String STATUS = "select case when lease_until > ? then lease_since end, last_started_at,"
            + " last_finished_at, last_outcome, last_code from job_states" + OURS;

    private final Clock clock;

    @Inject
    JobStates(Clock clock) {
        this.clock = clock;
    }

    /** @return whether the owner has the lease now */
    boolean acquire(Transaction transaction, String job, String owner, Duration lease) throws SQLException {
        try (var statement = transaction.connection().prepareStatement(ACQUIRE)) {
            var now = clock.instant();
            statement.setString(1, job);
            statement.setString(2, owner);
            statement.setObject(3, utc(now));
            statement.setObject(4, utc(now.plus(lease)));
            statement.setObject(5, utc(now));
            return statement.executeUpdate() == 1;
        }
    }

    /** @return whether the owner still had it */
    boolean renew(Transaction transaction, String job, String owner, Duration lease) throws SQLException {
        try (var statement = transaction.connection().prepareStatement(RENEW)) {
            statement.setObject(1, utc(clock.instant().plus(lease)));
            statement.setString(2, job);
            statement.setString(3, owner);
            return statement.executeUpdate() == 1;
        }
    }

    /** Gives the lease back and keeps how the run went; nothing when it is another run's. */
    void release(Transaction transaction, String job, String owner, JobResult result) throws SQLException {
        try (var statement = transaction.connection().prepareStatement(RELEASE)) {
            statement.setObject(1, utc(clock.instant()));
            statement.setString(2, result.outcome().name().toLowerCase(Locale.ROOT));
            statement.setString(3, result.code());
            statement.setString(4, job);
            statement.setString(5, owner);
            statement.executeUpdate();
        }
    }

    /** But for when it runs next, which the schedule knows. */
    JobStatus status(Transaction transaction, String job) throws SQLException {
        try (var statement = transaction.connection().prepareStatement(STATUS)) {
            statement.setObject(1, utc(clock.instant()));
            statement.setString(2, job);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? new JobStatus(instant(row, 1), last(row), Optional.empty())
                        : new JobStatus(Optional.empty(), Optional.empty(), Optional.empty());
            }
        }
    }

    /** Every client there is. */
    List<UUID> clientIds(Transaction transaction) throws SQLException {
        try (var statement = transaction.connection().createStatement();
                var rows = statement.executeQuery("select id from private.client_ids() id")) {
            var ids = new ArrayList<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    private static Optional<JobStatus.Last> last(ResultSet row) throws SQLException {
        var started = instant(row, 2);
        if (started.isEmpty()) {
            return Optional.empty();
        }
        var outcome = JobResult.Outcome.valueOf(row.getString(4).toUpperCase(Locale.ROOT));
        return Optional.of(new JobStatus.Last(
                started.get(), instant(row, 3).orElseThrow(), new JobResult(outcome, row.getString(5))));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
