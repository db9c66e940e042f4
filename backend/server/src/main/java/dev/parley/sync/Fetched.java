package dev.parley.sync;

import dev.parley.elevenlabs.Conversation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that was asked for.
 *
 * @param sentimentScore as the list has it
 * @param observedAt when it was asked for
 */
record Fetched(Conversation conversation, @Nullable Double sentimentScore, Instant observedAt) {

    @Override
    public String toString() {
        return "Fetched[" + conversation.conversationId() + "]";
    }
}
