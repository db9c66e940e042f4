package dev.parley.sandbox.scripts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.world.Agent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as somebody wrote it.
 *
 * @param direction inbound or outbound
 * @param caller null when nobody else could take the part
 * @param dataCollection what the agent collected, by its own ids; null for what it did not learn
 * @param sentiment -1..1
 * @param callSuccessful success, failure or unknown
 * @param expectedLead null when there is none
 */
public record Script(
        String language,
        String title,
        String direction,
        int durationSeconds,
        @Nullable Caller caller,
        List<ScriptTurn> turns,
        ObjectNode dataCollection,
        String summary,
        double sentiment,
        String callSuccessful,
        @Nullable ExpectedLead expectedLead) {

    public Script {
        turns = List.copyOf(turns);
    }

    /** The conversation in detail, as ElevenLabs' API and its webhooks give it. */
    public ObjectNode toConversation(String conversationId, Agent agent, Instant startTime) {
        return new Rendering(this, conversationId, agent, startTime).conversation();
    }

    /** The same conversation held by somebody else; the same n gives the same person. */
    public Script variation(long n) {
        return new Variation(this, n).script();
    }

    @Override
    public String toString() {
        return title;
    }
}
