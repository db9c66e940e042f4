package dev.parley.conversations;

import dev.parley.persistence.Transaction;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation was stored or changed; told inside the transaction that did it, so that what follows from it stands or
 * falls with it.
 *
 * @param isNew whether it was unknown before
 * @param language of the conversation, never empty
 * @param sentimentScore -1..1, whoever told it; null when nobody did
 */
public record ConversationRecorded(
        Transaction transaction,
        UUID conversationId,
        boolean isNew,
        String language,
        @Nullable Double sentimentScore,
        dev.parley.elevenlabs.Conversation conversation) {

    @Override
    public String toString() {
        return "ConversationRecorded[" + conversationId + "]";
    }
}
