package dev.parley.leads;

/** How sure a value is; described in the schema. */
public enum EvidenceState {
    CONFIRMED,
    STATED,
    INFERRED,
    CONTRADICTED,
    CALLER_ID,
    UNDECODABLE
}
