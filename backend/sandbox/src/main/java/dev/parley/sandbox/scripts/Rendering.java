package dev.parley.sandbox.scripts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.Agent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Writes one conversation as ElevenLabs does. What never differs comes from a template. */
final class Rendering {

    private static final ObjectNode TEMPLATE = template();
    private static final int CREDITS_PER_SECOND = 8;
    private static final double DOLLARS_PER_SECOND = 0.0016;
    private static final double FEELING = 0.2;

    private final Script script;
    private final String conversationId;
    private final Agent agent;
    private final Instant startTime;

    Rendering(Script script, String conversationId, Agent agent, Instant startTime) {
        this.script = script;
        this.conversationId = conversationId;
        this.agent = agent;
        this.startTime = startTime;
    }

    ObjectNode conversation() {
        var detail = TEMPLATE.deepCopy();
        detail.put("conversation_id", conversationId)
                .put("agent_id", agent.id())
                .put("agent_name", agent.name());
        detail.withArray("visited_agents")
                .addObject()
                .put("agent_id", agent.id())
                .putNull("branch_id");
        var turns = detail.withArray("transcript");
        script.turns().forEach(turn -> turns.add(new TurnRendering(turn, agent).json()));
        metadata((ObjectNode) detail.path("metadata"));
        analysis((ObjectNode) detail.path("analysis"));
        detail.set("sentiment_analysis", sentiment());
        dynamicVariables(
                (ObjectNode) detail.path("conversation_initiation_client_data").path("dynamic_variables"));
        return detail;
    }

    private void metadata(ObjectNode metadata) {
        int seconds = script.durationSeconds();
        metadata.put("start_time_unix_secs", startTime.getEpochSecond())
                .put("accepted_time_unix_secs", startTime.getEpochSecond())
                .put("call_duration_secs", seconds)
                .put("cost", seconds * CREDITS_PER_SECOND)
                .put("cost_fiat", rounded(seconds * DOLLARS_PER_SECOND))
                .put("main_language", script.language())
                .put("timezone", script.language().equals("ru") ? "Europe/Moscow" : "America/Los_Angeles")
                .put("termination_reason", ending());
        ((ObjectNode) metadata.path("charging")).put("call_charge", seconds * CREDITS_PER_SECOND);
        ((ObjectNode) metadata.path("features_usage").path("voicemail_detection"))
                .put("used", uses("voicemail_detection"));
        ((ObjectNode) metadata.path("phone_call"))
                .put("direction", script.direction())
                .put("phone_number_id", "phnum_" + agent.language() + "_front_desk")
                .put("agent_number", agent.language().equals("ru") ? "+78125550100" : "+14155550100")
                .put("external_number", externalNumber())
                .put("stream_sid", "MZ" + hex("stream"))
                .put("call_sid", "CA" + hex("call"));
    }

    private void analysis(ObjectNode analysis) {
        analysis.put("call_successful", script.callSuccessful())
                .put("transcript_summary", script.summary())
                .put("call_summary_title", script.title());
        var goal = analysis.withObject("/evaluation_criteria_results/goal_reached")
                .put("criteria_id", "goal_reached")
                .put("result", script.callSuccessful())
                .put("rationale", "Judged by what the caller asked for and what was agreed.");
        analysis.withArray("evaluation_criteria_results_list").add(goal.deepCopy());
        script.dataCollection().properties().forEach(item -> {
            var result = collected(item.getKey(), item.getValue());
            ((ObjectNode) analysis.path("data_collection_results")).set(item.getKey(), result);
            analysis.withArray("data_collection_results_list").add(result.deepCopy());
        });
    }

    private static ObjectNode collected(String id, JsonNode value) {
        var result = Json.object().put("data_collection_id", id);
        result.set("value", value);
        result.putObject("json_schema").put("type", "string").put("description", "What the caller gives as: " + id);
        return result.put("rationale", value.isNull() ? "Not mentioned in the conversation." : "Given by the caller.");
    }

    private ObjectNode sentiment() {
        double score = script.sentiment();
        double frustration = Math.max(0, -score);
        var label = score >= FEELING ? "positive" : score <= -FEELING ? "negative" : "neutral";
        long userTurns = script.turns().stream()
                .filter(turn -> turn.role().equals("user"))
                .count();
        return Json.object()
                .put("overall_label", label)
                .put("overall_sentiment_score", score)
                .put("overall_frustration_score", frustration)
                .put("min_user_sentiment_score", rounded(Math.max(-1, score - FEELING)))
                .put("max_user_frustration_score", rounded(Math.min(1, frustration + FEELING)))
                .put("num_scored_user_turns", userTurns);
    }

    private void dynamicVariables(ObjectNode variables) {
        variables
                .put("system__agent_id", agent.id())
                .put("system__conversation_id", conversationId)
                .put("system__caller_id", externalNumber())
                .put("system__call_duration_secs", script.durationSeconds())
                .put("system__time_utc", startTime.toString());
    }

    private String ending() {
        return uses("end_call") ? "end_call tool was called." : "Call ended by remote party";
    }

    private boolean uses(String tool) {
        return script.turns().stream()
                .flatMap(turn -> turn.toolCalls().stream())
                .anyMatch(call -> call.name().equals(tool));
    }

    /** A caller who gives a number calls from it; others from one that follows from the conversation's id. */
    private String externalNumber() {
        return Optional.ofNullable(script.expectedLead())
                .map(ExpectedLead::phone)
                .orElseGet(() -> (agent.language().equals("ru") ? "+7921555" : "+1415555")
                        + String.format(Locale.ROOT, "%04d", Math.floorMod(conversationId.hashCode(), 10_000)));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private String hex(String kind) {
        return UUID.nameUUIDFromBytes(Json.bytes(kind + conversationId))
                .toString()
                .replace("-", "");
    }

    private static ObjectNode template() {
        try (var file = Rendering.class.getResourceAsStream("conversation-template.json")) {
            return (ObjectNode) Json.MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
