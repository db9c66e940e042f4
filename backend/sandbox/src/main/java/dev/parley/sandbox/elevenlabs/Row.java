package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Json;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * What the list knows of a conversation: little enough to keep for tens of thousands.
 *
 * @param item as the list gives it, but for the id, the start and the summary; conversations told from the same script
 *     share it, so nobody may change it
 */
public record Row(String conversationId, long startTime, @Nullable String userId, ObjectNode item) {

    /** @param detail as the API gives it */
    public static Row of(ObjectNode detail) {
        var metadata = detail.path("metadata");
        var analysis = detail.path("analysis");
        var item = Json.object();
        item.put("agent_id", detail.path("agent_id").textValue());
        item.set("branch_id", orNull(detail, "branch_id"));
        item.set("version_id", orNull(detail, "version_id"));
        item.set("agent_name", orNull(detail, "agent_name"));
        item.put("call_duration_secs", metadata.path("call_duration_secs").asInt(0))
                .put("message_count", detail.path("transcript").size())
                .put("status", detail.path("status").asText("done"))
                .put("termination_reason", metadata.path("termination_reason").asText(""))
                .put("call_successful", analysis.path("call_successful").asText("unknown"));
        item.set("call_success_score", orNull(analysis, "call_success_score"));
        item.set("call_summary_title", orNull(analysis, "call_summary_title"));
        item.set("main_language", orNull(metadata, "main_language"));
        item.set("conversation_initiation_source", orNull(metadata, "conversation_initiation_source"));
        item.set("tool_names", Json.MAPPER.valueToTree(toolNames(detail)));
        item.set("direction", orNull(metadata.path("phone_call"), "direction"));
        item.set("rating", orNull(metadata.path("feedback"), "rating"));
        item.set("sentiment_analysis", analysis.isObject() ? orNull(detail, "sentiment_analysis") : orNull(item, ""));
        item.set("tag_ids", detail.path("tag_ids").isArray() ? detail.path("tag_ids") : Json.MAPPER.createArrayNode());
        return new Row(
                detail.path("conversation_id").asText(),
                metadata.path("start_time_unix_secs").asLong(0),
                detail.path("user_id").textValue(),
                item);
    }

    /** The same of another conversation. */
    public Row of(String otherId, long otherStart) {
        return new Row(otherId, otherStart, userId, item);
    }

    /** @param summary null unless it was asked for */
    ObjectNode json(@Nullable String summary) {
        return item.deepCopy()
                .put("conversation_id", conversationId)
                .put("start_time_unix_secs", startTime)
                .put("transcript_summary", summary);
    }

    private static LinkedHashSet<String> toolNames(ObjectNode detail) {
        return new LinkedHashSet<>(detail.path("transcript").findValues("tool_calls").stream()
                .flatMap(calls -> calls.findValuesAsText("tool_name").stream())
                .toList());
    }

    private static JsonNode orNull(JsonNode object, String field) {
        var value = object.path(field);
        return value.isMissingNode() ? Json.MAPPER.nullNode() : value;
    }

    @Override
    public String toString() {
        return "Row[" + conversationId + "]";
    }
}
