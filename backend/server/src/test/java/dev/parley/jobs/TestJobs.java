package dev.parley.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A job of the shared server that tests give to their own clients, and whose work they say. */
@ApplicationScoped
public class TestJobs {

    static final String NAME = "of-a-test";
    static final Duration LEASE = Duration.ofHours(1);

    private final Map<UUID, Schedule> schedules = new ConcurrentHashMap<>();
    private final Map<UUID, Job.Work> works = new ConcurrentHashMap<>();
    private final List<ScheduleState> stalls = new CopyOnWriteArrayList<>();

    static TestJobs shared() {
        return CDI.current().select(TestJobs.class).get();
    }

    @Produces
    static Job job(TestJobs tests) {
        return Job.forClients(NAME, tests::schedules, tests::run)
                .lease(LEASE)
                .misfire(Misfire.SKIP)
                .whenStalled((transaction, state) -> tests.stalls().add(state));
    }

    public void give(UUID clientId, Schedule schedule, Job.Work work) {
        works.put(clientId, work);
        schedules.put(clientId, schedule);
    }

    public void take(UUID clientId) {
        schedules.remove(clientId);
    }

    public Map<UUID, Schedule> schedules() {
        return schedules;
    }

    public List<ScheduleState> stalls() {
        return stalls;
    }

    public JobResult run(JobRun run) throws Exception {
        return works.get(run.clientId()).run(run);
    }
}
