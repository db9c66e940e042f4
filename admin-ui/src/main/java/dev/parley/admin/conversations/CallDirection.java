package dev.parley.admin.conversations;

/** Who called whom. */
enum CallDirection {
    INBOUND,
    OUTBOUND
}
