package dev.parley.admin.conversations;

import dev.parley.admin.language.TextKey;

/** Whether a conversation reached its goal. */
@TextKey("conversations.outcome")
enum CallOutcome {
    SUCCESS,
    FAILURE,
    UNKNOWN
}
