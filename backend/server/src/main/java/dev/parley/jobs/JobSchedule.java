package dev.parley.jobs;

import dev.parley.persistence.DatabaseSettings;
import dev.parley.persistence.QuartzConnections;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobKey;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/**
 * Quartz's schedule: one durable Quartz job and one trigger for each job and client, kept in the database, so that of all
 * nodes one fires. A node that is no worker does not fire, but can look and ask.
 */
@ApplicationScoped
class JobSchedule {

    private static final String INSTALLATION = "installation";
    private static final String ASKED_FOR = "-asked-for";
    private static final String IS_ASKED_FOR = "askedFor";

    private final Scheduler scheduler;
    private final Clock clock;

    @Inject
    JobSchedule(Instance<JobExecution> execution, Clock clock) {
        this.clock = clock;
        this.scheduler = QuartzScheduler.create(
                new QuartzConnections(DatabaseSettings.from(ConfigProvider.getConfig())),
                (bundle, from) -> execution.get());
    }

    /** @throws ScheduleException when it is not */
    void mustBeInReach() {
        run(scheduler::getJobGroupNames);
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

    ScheduleState state(JobId id, Schedule wanted) {
        return run(() -> {
            var trigger = scheduler.getTrigger(triggerKey(id));
            if (trigger == null) {
                return scheduler.checkExists(jobKey(id)) ? ScheduleState.MISSING : ScheduleState.NEW;
            }
            if (scheduler.getTriggerState(trigger.getKey()) == Trigger.TriggerState.ERROR) {
                return ScheduleState.BROKEN;
            }
            var next = trigger.getNextFireTime();
            if (next == null || next.toInstant().isBefore(clock.instant().minus(wanted.tolerated()))) {
                return ScheduleState.LATE;
            }
            return isAsWanted(trigger, wanted) ? ScheduleState.GOOD : ScheduleState.CHANGED;
        });
    }

    private static boolean isAsWanted(Trigger trigger, Schedule wanted) {
        return switch (wanted) {
            case Schedule.Every every ->
                trigger instanceof SimpleTrigger simple
                        && simple.getRepeatInterval() == every.interval().toMillis();
            case Schedule.Cron cron ->
                trigger instanceof CronTrigger timed
                        && timed.getCronExpression().equals(cron.expression());
        };
    }

    /** Sets a job and its trigger up, whatever is there. One with an interval fires at once. */
    void arrange(JobId id, Schedule wanted, Misfire misfire) {
        run(() -> {
            var job = JobBuilder.newJob(JobExecution.class)
                    .withIdentity(jobKey(id))
                    .storeDurably()
                    .requestRecovery()
                    .build();
            var trigger = TriggerBuilder.newTrigger()
                    .withIdentity(triggerKey(id))
                    .forJob(job)
                    .startNow()
                    .withSchedule(Triggers.of(wanted, misfire))
                    .build();
            scheduler.unscheduleJob(trigger.getKey()); // one of another kind is not replaced as a whole
            scheduler.scheduleJobs(Map.of(job, Set.of(trigger)), true); // another node may just have done so
            return null;
        });
    }

    /** Removes what is scheduled of a job for others than these. */
    void keepOnly(String job, Collection<JobId> wanted) {
        run(() -> {
            var gone = new HashSet<>(scheduler.getJobKeys(GroupMatcher.jobGroupEquals(job)));
            gone.removeAll(keys(wanted));
            for (var key : gone) {
                scheduler.deleteJob(key);
            }
            return null;
        });
    }

    private static Set<JobKey> keys(Collection<JobId> ids) {
        return ids.stream().map(JobSchedule::jobKey).collect(Collectors.toSet());
    }

    /** @return false when one was waiting already, or when nothing is scheduled for it */
    boolean once(JobId id, boolean askedFor, Duration in) {
        return run(() -> {
            var key = new TriggerKey(name(id), id.job() + ASKED_FOR);
            if (isWaiting(key) || !scheduler.checkExists(jobKey(id))) {
                return false;
            }
            scheduler.unscheduleJob(key);
            try {
                scheduler.scheduleJob(TriggerBuilder.newTrigger()
                        .withIdentity(key)
                        .forJob(jobKey(id))
                        .usingJobData(IS_ASKED_FOR, Boolean.toString(askedFor))
                        .startAt(Date.from(clock.instant().plus(in)))
                        .build());
            } catch (ObjectAlreadyExistsException e) {
                return false; // asked for twice at once
            }
            return true;
        });
    }

    /** Quartz keeps a trigger that has fired until its run is over: what is asked for meanwhile needs another run. */
    private boolean isWaiting(TriggerKey key) throws SchedulerException {
        return scheduler.checkExists(key) && scheduler.getTriggerState(key) != Trigger.TriggerState.COMPLETE;
    }

    /** When it is due next; empty when it is not scheduled. */
    Optional<Instant> next(JobId id) {
        return run(() -> Optional.ofNullable(scheduler.getTrigger(triggerKey(id)))
                .map(Trigger::getNextFireTime)
                .map(Date::toInstant));
    }

    @PreDestroy
    void stop() {
        run(() -> {
            scheduler.shutdown(false);
            return null;
        });
    }

    static JobId id(JobKey key) {
        return new JobId(key.getGroup(), key.getName().equals(INSTALLATION) ? null : UUID.fromString(key.getName()));
    }

    static boolean isAskedFor(JobDataMap data) {
        return Boolean.parseBoolean(data.getString(IS_ASKED_FOR));
    }

    private static JobKey jobKey(JobId id) {
        return new JobKey(name(id), id.job());
    }

    private static TriggerKey triggerKey(JobId id) {
        return new TriggerKey(name(id), id.job());
    }

    private static String name(JobId id) {
        return id.clientId() == null ? INSTALLATION : id.clientId().toString();
    }

    private interface Act<T extends @Nullable Object> {
        T run() throws SchedulerException;
    }

    private static <T extends @Nullable Object> T run(Act<T> act) {
        try {
            return act.run();
        } catch (SchedulerException e) {
            throw new ScheduleException(e);
        }
    }
}
