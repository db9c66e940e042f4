package dev.parley.leads.reading;

/** What is read of a caller. */
public enum Field {
    NAME,
    EMAIL,
    PHONE,
    COMPANY
}
