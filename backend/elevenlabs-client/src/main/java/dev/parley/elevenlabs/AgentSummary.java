package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent as the list gives it.
 *
 * @param lastCallTimeUnixSecs null when nobody has called yet
 * @param raw the whole item
 */
public record AgentSummary(
        String agentId,
        String name,
        List<String> tags,
        long createdAtUnixSecs,
        @Nullable Long lastCallTimeUnixSecs,
        boolean archived,
        JsonNode raw) {

    public AgentSummary {
        tags = List.copyOf(tags);
    }

    static AgentSummary read(JsonNode item) {
        return new AgentSummary(
                Json.required(item, "agent_id"),
                Json.text(item, "name", ""),
                Json.texts(item, "tags"),
                item.path("created_at_unix_secs").asLong(0),
                Json.longInteger(item, "last_call_time_unix_secs"),
                Json.flag(item, "archived"),
                item);
    }

    @Override
    public String toString() {
        return "AgentSummary[" + agentId + "]";
    }
}
