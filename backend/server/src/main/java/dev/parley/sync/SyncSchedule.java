package dev.parley.sync;

import dev.parley.persistence.DatabaseSettings;
import dev.parley.persistence.QuartzConnections;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.DBConnectionManager;

/**
 * When each client is synced: one Quartz job and one repeating trigger per client, kept in the database, so that of all
 * nodes one fires. A node that is no worker does not fire, but can look and ask.
 */
@ApplicationScoped
public class SyncSchedule {

    private static final String GROUP = "conversations";
    private static final String ASKED_FOR = "conversations-asked-for";
    private static final String DATA_SOURCE = "parley";

    private final Scheduler scheduler;
    private final Clock clock;
    private final SyncSettings settings;

    /** Why the schedule cannot be read or changed: its tables are out of reach. */
    public static final class ScheduleException extends RuntimeException {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        ScheduleException(SchedulerException cause) {
            super("The schedule is out of reach", cause);
        }
    }

    @Inject
    public SyncSchedule(ConversationSync sync, SyncTargets targets, SyncSettings settings, Clock clock) {
        this.clock = clock;
        this.settings = settings;
        try {
            var config = ConfigProvider.getConfig();
            DBConnectionManager.getInstance()
                    .addConnectionProvider(DATA_SOURCE, new QuartzConnections(DatabaseSettings.from(config)));
            scheduler = new StdSchedulerFactory(properties()).getScheduler();
            scheduler.setJobFactory((bundle, from) -> new SyncJob(sync, targets, this));
        } catch (SchedulerException e) {
            throw new IllegalStateException("The scheduler cannot be set up", e);
        }
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "parley");
        properties.setProperty("org.quartz.scheduler.instanceId", host() + "-" + UUID.randomUUID());
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", "4");
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        properties.setProperty("org.quartz.jobStore.dataSource", DATA_SOURCE);
        properties.setProperty("org.quartz.jobStore.tablePrefix", "quartz.qrtz_");
        properties.setProperty("org.quartz.jobStore.useProperties", "true");
        properties.setProperty("org.quartz.jobStore.isClustered", "true");
        // A silent node is given up after this and 7.5 s more, which Quartz does not let one change. Less would save
        // little,
        // since the run of a dead node waits for its lease anyway, and would bury a node that is only slow.
        properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
        properties.setProperty("org.quartz.jobStore.misfireThreshold", "20000");
        return properties;
    }

    /** For people who read it: which node it is the rest of the id says. Not every machine can tell its name. */
    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }

    /** Fires from now on. */
    void start() {
        run(() -> {
            scheduler.start();
            return null;
        });
    }

    /** This process in the cluster. */
    String node() {
        return run(scheduler::getSchedulerInstanceId);
    }

    /** How a client's trigger stands. */
    enum Standing {
        /** The client is new: nothing was ever scheduled for it. */
        UNKNOWN,
        GOOD,
        MISSING,
        BROKEN,
        LATE,
        OTHER_INTERVAL
    }

    Standing standing(UUID clientId, Duration interval) {
        return run(() -> {
            var trigger = scheduler.getTrigger(triggerKey(clientId));
            if (trigger == null) {
                return scheduler.checkExists(jobKey(clientId)) ? Standing.MISSING : Standing.UNKNOWN;
            }
            if (scheduler.getTriggerState(trigger.getKey()) == Trigger.TriggerState.ERROR) {
                return Standing.BROKEN;
            }
            var next = trigger.getNextFireTime();
            if (next == null || next.toInstant().isBefore(clock.instant().minus(tolerated(interval)))) {
                return Standing.LATE;
            }
            return trigger instanceof SimpleTrigger simple && simple.getRepeatInterval() == interval.toMillis()
                    ? Standing.GOOD
                    : Standing.OTHER_INTERVAL;
        });
    }

    /** How late is too late: three times its interval, and not less than a minute. */
    static Duration tolerated(Duration interval) {
        var thrice = interval.multipliedBy(3);
        return thrice.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : thrice;
    }

    /** Sets a client's job and trigger up, whatever is there; it fires at once. */
    void arrange(UUID clientId, Duration interval) {
        run(() -> {
            var job = JobBuilder.newJob(SyncJob.class)
                    .withIdentity(jobKey(clientId))
                    .storeDurably()
                    .requestRecovery()
                    .build();
            scheduler.addJob(job, true);
            scheduler.unscheduleJob(triggerKey(clientId));
            scheduler.scheduleJob(TriggerBuilder.newTrigger()
                    .withIdentity(triggerKey(clientId))
                    .forJob(job)
                    .startNow()
                    .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                            .withIntervalInMilliseconds(interval.toMillis())
                            .repeatForever()
                            .withMisfireHandlingInstructionNowWithRemainingCount())
                    .build());
            return null;
        });
    }

    /**
     * A run as soon as it can be, beside the schedule; one is enough, however often it is asked for.
     *
     * @return false when one was waiting already
     */
    public boolean now(UUID clientId) {
        return once(clientId, SyncRun.Reason.PERSON, clock.instant());
    }

    void onceMore(UUID clientId, SyncRun.Reason reason) {
        once(clientId, reason, clock.instant().plus(settings.lease()));
    }

    /** When the client's next run is due; empty when none is scheduled. */
    public Optional<Instant> next(UUID clientId) {
        return run(() -> Optional.ofNullable(scheduler.getTrigger(triggerKey(clientId)))
                .map(Trigger::getNextFireTime)
                .map(Date::toInstant));
    }

    /** Quartz keeps a trigger that has fired until its run is over: what is asked for meanwhile needs another run. */
    private boolean isWaiting(TriggerKey key) throws SchedulerException {
        return scheduler.checkExists(key) && scheduler.getTriggerState(key) != Trigger.TriggerState.COMPLETE;
    }

    private boolean once(UUID clientId, SyncRun.Reason reason, Instant at) {
        return run(() -> {
            var key = new TriggerKey(clientId.toString(), ASKED_FOR);
            if (isWaiting(key) || !scheduler.checkExists(jobKey(clientId))) {
                return false;
            }
            scheduler.unscheduleJob(key);
            scheduler.scheduleJob(TriggerBuilder.newTrigger()
                    .withIdentity(key)
                    .forJob(jobKey(clientId))
                    .usingJobData(SyncJob.REASON, reason.name())
                    .startAt(Date.from(at))
                    .build());
            return true;
        });
    }

    @PreDestroy
    void stop() {
        run(() -> {
            scheduler.shutdown(false);
            return null;
        });
    }

    private static JobKey jobKey(UUID clientId) {
        return new JobKey(clientId.toString(), GROUP);
    }

    private static TriggerKey triggerKey(UUID clientId) {
        return new TriggerKey(clientId.toString(), GROUP);
    }

    private interface Act<T> {
        T run() throws SchedulerException;
    }

    private static <T extends @org.jspecify.annotations.Nullable Object> T run(Act<T> act) {
        try {
            return act.run();
        } catch (SchedulerException e) {
            throw new ScheduleException(e);
        }
    }
}
