package dev.parley.admin.sync;

/** Why a run began. */
enum RunReason {
    PERSON,
    SCHEDULE
}
