package dev.parley.jobs;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import java.util.UUID;

/** The jobs of the shared server, without waiting for their time. */
public final class JobsHere {

    private JobsHere() {}

    /** New clients get theirs. The server would see to it by itself, within 20 seconds. */
    public static void look() {
        CDI.current().select(JobWatch.class).get().look();
    }

    /** A run of the schedule, in the test's own thread; empty when another run holds the job. */
    public static Optional<JobResult> run(String job, UUID clientId) {
        return CDI.current().select(JobExecution.class).get().run(new JobId(job, clientId), false);
    }
}
