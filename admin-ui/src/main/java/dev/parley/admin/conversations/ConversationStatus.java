package dev.parley.admin.conversations;

import dev.parley.admin.language.TextKey;

/** Where a conversation stands at ElevenLabs. */
@TextKey("conversations.status")
enum ConversationStatus {
    INITIATED,
    IN_PROGRESS,
    PROCESSING,
    DONE,
    FAILED
}
