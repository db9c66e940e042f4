package dev.parley.sync;

import dev.parley.jobs.Jobs;
import dev.parley.jobs.Schedule;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What people may know of their client's sync, and ask of it. */
@ApplicationScoped
public class Syncs {

    private final SyncTargets targets;
    private final Jobs jobs;
    private final SyncRuns runs;
    private final SyncAlerts alerts;
    private final Clock clock;

    @Inject
    public Syncs(SyncTargets targets, Jobs jobs, SyncRuns runs, SyncAlerts alerts, Clock clock) {
        this.targets = targets;
        this.jobs = jobs;
        this.runs = runs;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** @param newest how many runs to show */
    public SyncStatus status(Transaction transaction, int newest) throws SQLException {
        var obstacle = targets.obstacle(transaction);
        var interval = targets.interval(transaction);
        var lastSuccess = runs.lastSuccess(transaction);
        return new SyncStatus(
                obstacle,
                interval,
                obstacle.isPresent()
                        ? Optional.empty()
                        : jobs.next(SyncConfiguration.JOB, transaction.context().clientId()),
                lastSuccess,
                obstacle.isEmpty() && isStale(transaction, interval, lastSuccess),
                runs.list(transaction, newest));
    }

    /** @return what stands in the way; empty: a run is on its way, if it was not already */
    public Optional<SyncTargets.Obstacle> now(Transaction transaction) throws SQLException {
        var obstacle = targets.obstacle(transaction);
        if (obstacle.isEmpty()) {
            jobs.runNow(SyncConfiguration.JOB, transaction.context().clientId());
        }
        return obstacle;
    }

    private boolean isStale(Transaction transaction, Duration interval, Optional<Instant> lastSuccess)
            throws SQLException {
        boolean known = alerts.isElevenLabsAway(transaction);
        return known
                || lastSuccess
                        .map(at -> at.isBefore(
                                clock.instant().minus(Schedule.every(interval).tolerated())))
                        .orElse(true);
    }
}
