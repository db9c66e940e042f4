package dev.parley.jobs;

import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Something to do at its time: each time on one worker of all, whichever it is. A CDI bean of this type is all there is to
 * declare:
 *
 * <pre>{@code
 * @Produces
 * Job digest(Digests digests) {
 *     return Job.forEachClient("digest", Schedule.cron("0 0 6 * * ?"), digests::send);
 * }
 * }</pre>
 *
 * <p>Runs of a job for the same client never overlap; whatever a run does may be done again by the next one, for a process
 * may die halfway.
 *
 * @param name unique, and for good: it is stored. Such as {@code crm-pull}
 * @param lease how long a run may be silent before another one may take over
 * @param whenStalled told, in a transaction of the client, before a schedule that had stopped firing is set up anew
 */
public record Job(String name, Targets targets, Work work, Duration lease, Misfire misfire, Stalled whenStalled) {

    private static final Duration USUAL_LEASE = Duration.ofSeconds(60);

    /** For whom, and when. */
    sealed interface Targets {
        record Installation(Schedule schedule) implements Targets {}

        record EachClient(Schedule schedule) implements Targets {}

        record Clients(Supplier<Map<UUID, Schedule>> schedules) implements Targets {}
    }

    /** One run. What it throws is logged, and makes it one that failed. */
    @FunctionalInterface
    public interface Work {
        @SuppressWarnings("java:S112") // whatever goes wrong, it is the run that failed
        JobResult run(JobRun run) throws Exception;
    }

    /** Hears that a schedule had stopped firing. */
    @FunctionalInterface
    public interface Stalled {
        void tell(Transaction transaction, ScheduleState state) throws SQLException;
    }

    /** One for all clients together. */
    public static Job forInstallation(String name, Schedule schedule, Work work) {
        return of(name, new Targets.Installation(schedule), work);
    }

    /** One for every client there is. */
    public static Job forEachClient(String name, Schedule schedule, Work work) {
        return of(name, new Targets.EachClient(schedule), work);
    }

    /**
     * One for each of some clients.
     *
     * @param schedules who has it now, and when; looked up every 20 s. Who is no longer in it has it no longer
     */
    public static Job forClients(String name, Supplier<Map<UUID, Schedule>> schedules, Work work) {
        return of(name, new Targets.Clients(schedules), work);
    }

    private static Job of(String name, Targets targets, Work work) {
        return new Job(name, targets, work, USUAL_LEASE, Misfire.RUN_NOW, (transaction, state) -> {});
    }

    /** With a lease other than 60 s. */
    public Job lease(Duration other) {
        return new Job(name, targets, work, other, misfire, whenStalled);
    }

    /** With another answer to missed runs than one run at once. */
    public Job misfire(Misfire other) {
        return new Job(name, targets, work, lease, other, whenStalled);
    }

    public Job whenStalled(Stalled other) {
        return new Job(name, targets, work, lease, misfire, other);
    }
}
