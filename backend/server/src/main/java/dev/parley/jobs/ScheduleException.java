package dev.parley.jobs;

import org.quartz.SchedulerException;

/** The schedule cannot be read or changed: its tables are out of reach. */
public final class ScheduleException extends RuntimeException {

    @java.io.Serial
    private static final long serialVersionUID = 1L;

    ScheduleException(SchedulerException cause) {
        super("The schedule is out of reach", cause);
    }
}
