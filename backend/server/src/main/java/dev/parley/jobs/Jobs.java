package dev.parley.jobs;

import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All declared jobs: how they stand, and runs beside their schedule. In all methods a clientId of null means the installation. */
@ApplicationScoped
public class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Map<String, Job> byName;
    private final JobSchedule schedule;
    private final JobStates states;

    /** @throws IllegalStateException when two jobs have the same name */
    @Inject
    public Jobs(Instance<Job> declared, JobSchedule schedule, JobStates states) {
        this.byName = declared.stream().collect(Collectors.toUnmodifiableMap(Job::name, Function.identity()));
        this.schedule = schedule;
        this.states = states;
    }

    /**
     * Has a job run as soon as it can be, beside its schedule; one waiting run is enough, however often it is asked for.
     *
     * @return false when one was waiting already, or when the client does not have the job (yet)
     * @throws ScheduleException when the schedule is out of reach
     */
    public boolean runNow(String job, @Nullable UUID clientId) {
        return schedule.once(new JobId(job, clientId), true, Duration.ZERO);
    }

    /** {@link #runNow}, but not before a while has passed. */
    public boolean runLater(String job, @Nullable UUID clientId, Duration in) {
        return schedule.once(new JobId(job, clientId), true, in);
    }

    /** When the next scheduled run is due; empty when none is, or when the schedule is out of reach. */
    public Optional<Instant> next(String job, @Nullable UUID clientId) {
        try {
            return schedule.next(new JobId(job, clientId));
        } catch (ScheduleException e) {
            LOG.warn("The next run of {} could not be looked up", job, e);
            return Optional.empty();
        }
    }

    /** Of the transaction's client, or of the installation when it has none. */
    public JobStatus status(Transaction transaction, String job) throws SQLException {
        var state = states.status(transaction, job);
        return new JobStatus(
                state.runningSince(),
                state.last(),
                next(job, transaction.context().clientId()));
    }

    Collection<Job> all() {
        return byName.values();
    }

    /** @return empty when only a node of another version knows it */
    Optional<Job> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
