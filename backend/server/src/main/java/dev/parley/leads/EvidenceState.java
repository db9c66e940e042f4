package dev.parley.leads;

/** How sure a value is: heard in the conversation, only collected, or contradicted. */
public enum EvidenceState {
    CONFIRMED,
    UNCONFIRMED,
    CONFLICTING
}
