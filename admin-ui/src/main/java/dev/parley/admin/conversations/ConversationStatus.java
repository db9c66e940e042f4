package dev.parley.admin.conversations;

/** Where a conversation stands at ElevenLabs. */
enum ConversationStatus {
    INITIATED,
    IN_PROGRESS,
    PROCESSING,
    DONE,
    FAILED
}
