package dev.parley.conversations;

import dev.parley.elevenlabs.Conversation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as ElevenLabs told of it at some time.
 *
 * @param sentimentScore -1..1 as the list has it; null when it has none
 * @param at when ElevenLabs said so
 */
public record Observed(Conversation conversation, @Nullable Double sentimentScore, Instant at) {

    @Override
    public String toString() {
        return "Observed[" + conversation.conversationId() + "]";
    }
}
