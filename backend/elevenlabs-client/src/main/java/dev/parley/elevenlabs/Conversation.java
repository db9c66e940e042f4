package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in detail, as {@code GET /v1/convai/conversations/{id}} and the post-call webhook give it. What this
 * record does not name is in {@link #raw}.
 *
 * @param status initiated, in-progress, processing, done, failed, or a newer value
 * @param userId the end user's id given when the call started
 * @param analysis null until ElevenLabs has analysed the conversation
 * @param raw the whole answer
 */
public record Conversation(
        String conversationId,
        String agentId,
        @Nullable String agentName,
        @Nullable String branchId,
        @Nullable String versionId,
        @Nullable String userId,
        String status,
        boolean hasAudio,
        List<Turn> transcript,
        Metadata metadata,
        @Nullable Analysis analysis,
        List<String> tagIds,
        JsonNode raw) {

    public Conversation {
        transcript = List.copyOf(transcript);
        tagIds = List.copyOf(tagIds);
    }

    /** @throws UnexpectedResponseException when a field without which it is no conversation is missing */
    public static Conversation read(JsonNode detail) {
        var analysis = detail.path("analysis");
        return new Conversation(
                Json.required(detail, "conversation_id"),
                Json.required(detail, "agent_id"),
                Json.text(detail, "agent_name"),
                Json.text(detail, "branch_id"),
                Json.text(detail, "version_id"),
                Json.text(detail, "user_id"),
                Json.required(detail, "status"),
                Json.flag(detail, "has_audio"),
                Json.list(detail, "transcript", Turn::read),
                Metadata.read(detail.path("metadata")),
                analysis.isObject() ? Analysis.read(analysis, detail) : null,
                Json.texts(detail, "tag_ids"),
                detail);
    }

    /** Whether the call is over and analysed, or has failed. */
    public boolean isFinished() {
        return ConversationStatus.isFinished(status);
    }

    /** Without content: it is personal. */
    @Override
    public String toString() {
        return "Conversation[" + conversationId + " " + status + "]";
    }
}
