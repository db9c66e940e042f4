package dev.parley.persistence;

/** Whether a transaction may change anything; the database enforces it. */
public enum Mode {
    READ,
    /** All of its statements see the database as it was at one moment. */
    READ_ONE_MOMENT,
    WRITE
}
