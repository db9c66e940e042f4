package dev.parley.jobs;

import dev.parley.NodeRoles;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that all jobs are scheduled and fire. New clients get theirs, changed intervals are taken over, who should have
 * one no longer loses it; a schedule that is gone, broken or late is set up anew, and the job's feature is told.
 */
@ApplicationScoped
class JobWatch {

    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(20);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(2);
    private static final int AFTER_THE_CLIENTS_ARE_THERE = 2_000;

    private final Jobs jobs;
    private final JobSchedule schedule;
    private final JobStates states;
    private final Persistence persistence;
    private boolean firing;
    private @Nullable BackgroundLoop loop;

    @Inject
    JobWatch(Jobs jobs, JobSchedule schedule, JobStates states, Persistence persistence) {
        this.jobs = jobs;
        this.schedule = schedule;
        this.states = states;
        this.persistence = persistence;
    }

    void start(@Observes @Priority(AFTER_THE_CLIENTS_ARE_THERE) @Initialized(ApplicationScoped.class) Object started) {
        if (NodeRoles.from(ConfigProvider.getConfig()).worker()) {
            loop = BackgroundLoop.start("parley-jobs-watch", LOOK_EVERY, this::lookAndFire);
        }
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.close(STOPPED_WITHIN);
        }
    }

    /**
     * Before the first look nothing fires: or what was late would no longer be, when it is looked at. And the scheduler
     * is started when its tables are there: it does not do all it has to when it is started once more.
     */
    private void lookAndFire() {
        schedule.mustBeInReach();
        try {
            look();
        } finally {
            if (!firing) {
                schedule.start();
                firing = true;
            }
        }
    }

    /**
     * One look at every job. What is wrong with one job harms no other.
     *
     * @throws ScheduleException when the schedule is out of reach
     */
    void look() {
        RuntimeException first = null;
        for (var job : jobs.all()) {
            try {
                look(job);
            } catch (ScheduleException e) {
                throw e;
            } catch (RuntimeException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void look(Job job) {
        var wanted = schedules(job);
        wanted.forEach((clientId, when) -> look(job, new JobId(job.name(), clientId), when));
        schedule.keepOnly(
                job.name(),
                wanted.keySet().stream()
                        .map(clientId -> new JobId(job.name(), clientId))
                        .toList());
    }

    private void look(Job job, JobId id, Schedule wanted) {
        var state = schedule.state(id, wanted);
        switch (state) {
            case GOOD -> LOG.trace("{} is scheduled", id);
            case NEW, CHANGED -> schedule.arrange(id, wanted, job.misfire());
            case MISSING, BROKEN -> anew(job, id, wanted, state);
            case LATE -> {
                if (!isRunning(id)) { // while it is, its trigger waits
                    anew(job, id, wanted, state);
                }
            }
        }
    }

    private void anew(Job job, JobId id, Schedule wanted, ScheduleState state) {
        LOG.warn("{} had stopped firing ({}); it is scheduled anew", id, state);
        persistence.inClient(id.context(), Mode.WRITE, transaction -> {
            job.whenStalled().tell(transaction, state); // first: the run that is arranged closes the alert
            return null;
        });
        schedule.arrange(id, wanted, job.misfire());
    }

    private boolean isRunning(JobId id) {
        return persistence.inClient(id.context(), Mode.READ, transaction -> states.status(transaction, id.job())
                .runningSince()
                .isPresent());
    }

    /** By client; that of the installation by null. */
    private Map<@Nullable UUID, Schedule> schedules(Job job) {
        return switch (job.targets()) {
            case Job.Targets.Installation one -> Collections.singletonMap(null, one.schedule());
            case Job.Targets.EachClient each -> {
                var all = new HashMap<@Nullable UUID, Schedule>();
                clientIds(job).forEach(clientId -> all.put(clientId, each.schedule()));
                yield all;
            }
            case Job.Targets.Clients some -> new HashMap<>(some.schedules().get());
        };
    }

    private List<UUID> clientIds(Job job) {
        return persistence.inClient(new JobId(job.name(), null).context(), Mode.READ, states::clientIds);
    }
}
