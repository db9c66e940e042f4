package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in detail, as {@code GET /v1/convai/conversations/{id}} and the post-call webhook give it. What this
 * record does not name is in {@link #raw}.
 *
 * @param status initiated, in-progress, processing, done, failed, or a newer value
 * @param analysis null until ElevenLabs has analysed the conversation
 * @param raw the whole answer
 */
public record Conversation(
        String conversationId,
        String agentId,
        @Nullable String agentName,
        String status,
        List<Turn> transcript,
        Metadata metadata,
        @Nullable Analysis analysis,
        JsonNode raw) {

    public Conversation {
        transcript = List.copyOf(transcript);
    }

    /** @throws UnexpectedResponseException when a field without which it is no conversation is missing */
    public static Conversation read(JsonNode detail) {
        var analysis = detail.path("analysis");
        return new Conversation(
                Json.required(detail, "conversation_id"),
                Json.required(detail, "agent_id"),
                Json.text(detail, "agent_name"),
                Json.required(detail, "status"),
                StreamSupport.stream(detail.path("transcript").spliterator(), false)
                        .map(Turn::read)
                        .toList(),
                Metadata.read(detail.path("metadata")),
                analysis.isObject() ? Analysis.read(analysis, detail) : null,
                detail);
    }

    /** Without content: it is personal. */
    @Override
    public String toString() {
        return "Conversation[" + conversationId + " " + status + "]";
    }
}
