package dev.parley.leads.reading;

/** How sure a value that was heard is; see the evidence states of a lead. */
public enum Certainty {
    /** Read back and agreed. */
    CONFIRMED,
    STATED,
    /** A part of it was taken as it is usually meant. */
    INFERRED,
    /** Superseded, or of somebody else. */
    CONTRADICTED,
    /** Somebody gave a value, and it cannot be made out. */
    UNDECODABLE
}
