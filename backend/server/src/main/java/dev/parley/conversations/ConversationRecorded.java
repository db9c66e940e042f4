package dev.parley.conversations;

import dev.parley.persistence.Transaction;
import java.util.UUID;

/**
 * A conversation was stored or changed; told inside the transaction that did it, so that what follows from it stands or
 * falls with it.
 *
 * @param language of the conversation, never empty
 */
public record ConversationRecorded(
        Transaction transaction,
        UUID conversationId,
        String language,
        dev.parley.elevenlabs.Conversation conversation) {

    @Override
    public String toString() {
        return "ConversationRecorded[" + conversationId + "]";
    }
}
