package dev.parley.sync;

import dev.parley.jobs.JobsHere;

/** The schedules of the shared server. */
public final class Schedules {

    private Schedules() {}

    /** New clients get theirs, and with it their first run. */
    public static void ofNewClients() {
        JobsHere.look();
    }
}
