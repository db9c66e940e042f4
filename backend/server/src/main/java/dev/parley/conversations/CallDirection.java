package dev.parley.conversations;

/** Who called whom. */
public enum CallDirection {
    INBOUND,
    OUTBOUND
}
