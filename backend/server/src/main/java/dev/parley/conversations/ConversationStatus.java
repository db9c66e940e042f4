package dev.parley.conversations;

/** Where a conversation stands at ElevenLabs. */
public enum ConversationStatus {
    INITIATED,
    IN_PROGRESS,
    PROCESSING,
    DONE,
    FAILED
}
