package dev.parley.jobs;

/** What becomes of runs whose time passed while no node could run them. */
public enum Misfire {
    /** One run at once makes up for all of them. */
    RUN_NOW,
    /** None does: the next one is at its time. */
    SKIP
}
