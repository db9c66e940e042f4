package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent in detail. Its settings are many and change often: they are in {@link #raw}.
 *
 * @param language of its conversations, for example en
 * @param raw the whole answer
 */
public record Agent(
        String agentId,
        String name,
        @Nullable String language,
        @Nullable String firstMessage,
        List<String> tags,
        @Nullable String branchId,
        @Nullable String versionId,
        long createdAtUnixSecs,
        long updatedAtUnixSecs,
        JsonNode raw) {

    public Agent {
        tags = List.copyOf(tags);
    }

    static Agent read(JsonNode detail) {
        var speaking = detail.path("conversation_config").path("agent");
        var metadata = detail.path("metadata");
        return new Agent(
                Json.required(detail, "agent_id"),
                Json.text(detail, "name", ""),
                Json.text(speaking, "language"),
                Json.text(speaking, "first_message"),
                Json.texts(detail, "tags"),
                Json.text(detail, "branch_id"),
                Json.text(detail, "version_id"),
                metadata.path("created_at_unix_secs").asLong(0),
                metadata.path("updated_at_unix_secs").asLong(0),
                detail);
    }

    @Override
    public String toString() {
        return "Agent[" + agentId + "]";
    }
}
