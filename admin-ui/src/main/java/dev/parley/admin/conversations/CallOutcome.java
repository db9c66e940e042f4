package dev.parley.admin.conversations;

/** Whether a conversation reached its goal. */
enum CallOutcome {
    SUCCESS,
    FAILURE,
    UNKNOWN
}
