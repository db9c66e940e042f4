package dev.parley.leads;

/** How sure a value is: heard in the conversation, only collected, contradicted, or the number the caller rang from. */
public enum EvidenceState {
    CONFIRMED,
    UNCONFIRMED,
    CONFLICTING,
    CALLER_ID
}
