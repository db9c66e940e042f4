package dev.parley.jobs;

/** How a job's entry in the schedule compares with what it should be. */
public enum ScheduleState {
    /** Nothing was ever scheduled, as for a new client. */
    NEW,
    GOOD,
    /** It is another one now: another interval, for example. */
    CHANGED,
    MISSING,
    BROKEN,
    /** Its time has long passed, and it is not running. */
    LATE
}
