package dev.parley.persistence;

/** Whether a transaction may change anything; the database enforces it. */
public enum Mode {
    READ,
    WRITE
}
