package dev.parley.sync;

import dev.parley.jobs.JobWatch;
import jakarta.enterprise.inject.spi.CDI;

/** The schedules of the shared server. */
public final class Schedules {

    private Schedules() {}

    /** New clients get theirs, and with it their first run. The server would see to it by itself, within 20 seconds. */
    public static void ofNewClients() {
        CDI.current().select(JobWatch.class).get().look();
    }
}
