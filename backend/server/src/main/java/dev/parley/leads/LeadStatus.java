package dev.parley.leads;

/** How far people have come with a lead. */
public enum LeadStatus {
    NEW,
    CONTACTED,
    QUALIFIED,
    CONVERTED,
    LOST
}
