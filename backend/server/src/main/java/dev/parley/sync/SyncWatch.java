package dev.parley.sync;

import dev.parley.NodeRoles;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every client has a schedule that fires. New clients get one, changed intervals are taken over; a trigger
 * that is gone, broken or late is set up anew, and people are told.
 */
@ApplicationScoped
public class SyncWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SyncWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
    private static final int AFTER_THE_CLIENTS_ARE_THERE = 2_000;

    private final SyncTargets targets;
    private final SyncSchedule schedule;
    private final SyncAlerts alerts;
    private final Persistence persistence;
    private final CountDownLatch over = new CountDownLatch(1);

    @Inject
    public SyncWatch(SyncTargets targets, SyncSchedule schedule, SyncAlerts alerts, Persistence persistence) {
        this.targets = targets;
        this.schedule = schedule;
        this.alerts = alerts;
        this.persistence = persistence;
    }

    void start(@Observes @Priority(AFTER_THE_CLIENTS_ARE_THERE) @Initialized(ApplicationScoped.class) Object started) {
        if (NodeRoles.from(ConfigProvider.getConfig()).worker()) {
            Thread.ofVirtual().name("parley-sync-watch").start(this::watch);
        }
    }

    private void watch() {
        try {
            boolean firing = false;
            do {
                try {
                    look();
                    if (!firing) {
                        schedule.start();
                        firing = true;
                    }
                } catch (RuntimeException e) {
                    LOG.warn("The sync schedule could not be looked at, trying again", e);
                }
            } while (!over.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look at every client's trigger. */
    public void look() {
        targets.all().forEach((clientId, interval) -> {
            var standing = schedule.standing(clientId, interval);
            switch (standing) {
                case GOOD -> LOG.trace("{} is scheduled", clientId);
                case UNKNOWN, OTHER_INTERVAL -> schedule.arrange(clientId, interval);
                case MISSING, BROKEN, LATE -> {
                    LOG.warn("The sync of client {} had stopped firing ({}); it is scheduled anew", clientId, standing);
                    tell(clientId, standing); // first: the run that is arranged closes the alert
                    schedule.arrange(clientId, interval);
                }
            }
        });
    }

    private void tell(UUID clientId, SyncSchedule.Standing standing) {
        persistence.inClient(Context.jobs(clientId), Mode.WRITE, transaction -> {
            alerts.stalled(transaction, standing);
            return null;
        });
    }

    @PreDestroy
    void stop() {
        over.countDown();
    }
}
