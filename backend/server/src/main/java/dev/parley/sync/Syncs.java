package dev.parley.sync;

import dev.parley.alerts.Alert;
import dev.parley.alerts.Alerts;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people may know of their client's sync, and ask of it. */
@ApplicationScoped
public class Syncs {

    private static final Logger LOG = LoggerFactory.getLogger(Syncs.class);

    private final SyncTargets targets;
    private final SyncSchedule schedule;
    private final SyncRuns runs;
    private final Alerts alerts;
    private final Clock clock;

    @Inject
    public Syncs(SyncTargets targets, SyncSchedule schedule, SyncRuns runs, Alerts alerts, Clock clock) {
        this.targets = targets;
        this.schedule = schedule;
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
                        : next(transaction.context().clientId()),
                lastSuccess,
                obstacle.isEmpty() && isStale(transaction, interval, lastSuccess),
                runs.list(transaction, newest));
    }

    /** @return what stands in the way; empty: a run is on its way, if it was not already */
    public Optional<SyncTargets.Obstacle> now(Transaction transaction) throws SQLException {
        var obstacle = targets.obstacle(transaction);
        if (obstacle.isEmpty()) {
            schedule.now(transaction.context().clientId());
        }
        return obstacle;
    }

    private boolean isStale(Transaction transaction, Duration interval, Optional<Instant> lastSuccess)
            throws SQLException {
        boolean known = alerts.list(transaction, true, 10).stream()
                .anyMatch(alert -> alert.kind() == Alert.Kind.ELEVENLABS_UNAVAILABLE
                        || alert.kind() == Alert.Kind.ELEVENLABS_REFUSED);
        return known
                || lastSuccess
                        .map(at -> at.isBefore(clock.instant().minus(SyncSchedule.tolerated(interval))))
                        .orElse(true);
    }

    private Optional<Instant> next(UUID clientId) {
        try {
            return schedule.next(clientId);
        } catch (SyncSchedule.ScheduleException e) {
            LOG.warn("The next run of client {} could not be looked up", clientId, e);
            return Optional.empty();
        }
    }
}
