package dev.parley.sandbox.scripts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.Agent;
import java.util.UUID;

/** Writes one turn as ElevenLabs does. */
final class TurnRendering {

    private final ScriptTurn turn;
    private final Agent agent;

    TurnRendering(ScriptTurn turn, Agent agent) {
        this.turn = turn;
        this.agent = agent;
    }

    ObjectNode json() {
        boolean agents = turn.role().equals("agent");
        var json = Json.object().put("role", turn.role());
        if (agents) {
            json.putObject("agent_metadata")
                    .put("agent_id", agent.id())
                    .putNull("branch_id")
                    .putNull("workflow_node_id")
                    .putNull("version_id");
        } else {
            json.putNull("agent_metadata");
        }
        json.put("message", turn.message()).putNull("multivoice_message");
        tools(json, agents);
        json.putNull("feedback")
                .putNull("llm_override")
                .put("time_in_call_secs", turn.secondsIn())
                .putNull("conversation_turn_metrics")
                .putNull("rag_retrieval_info")
                .putNull("llm_usage")
                .put("interrupted", turn.originalMessage() != null)
                .put("original_message", turn.originalMessage())
                .put("source_medium", agents ? null : "audio");
        return json;
    }

    /** Where there are none ElevenLabs sends an empty list or null, whatever its schema says; so here both occur. */
    private void tools(ObjectNode json, boolean agents) {
        if (!agents) {
            json.putNull("tool_calls").putNull("tool_results");
            return;
        }
        var calls = json.putArray("tool_calls");
        var results = json.putArray("tool_results");
        for (var call : turn.toolCalls()) {
            var requestId =
                    "req_" + UUID.nameUUIDFromBytes(Json.bytes(call)).toString().replace("-", "");
            calls.add(call(call, requestId));
            results.add(result(call, requestId));
        }
    }

    private static ObjectNode call(ToolCall call, String requestId) {
        var json = Json.object()
                .put("type", call.type())
                .put("request_id", requestId)
                .put("tool_name", call.name())
                .put("params_as_json", call.params().toString())
                .put("tool_has_been_called", true);
        if (!call.type().equals("webhook")) {
            return json.putNull("tool_details");
        }
        var details = json.putObject("tool_details")
                .put("type", "webhook")
                .put("method", "POST")
                .put("url", "https://tools.example/" + call.name());
        details.putObject("headers");
        details.putObject("path_params");
        details.putObject("query_params");
        details.put("body", call.params().toString());
        return json;
    }

    private static ObjectNode result(ToolCall call, String requestId) {
        var json = Json.object()
                .put("request_id", requestId)
                .put("tool_name", call.name())
                .put("result_value", call.result().toString())
                .put("is_error", false)
                .put("is_blocked", false)
                .put("tool_has_been_called", true)
                .put("tool_latency_secs", call.type().equals("webhook") ? 0.4 : 0.0)
                .put("error_type", "")
                .put("raw_error_message", "");
        json.putArray("dynamic_variable_updates");
        json.put("type", call.type());
        if (call.type().equals("system")) {
            var result = json.putObject("result").put("result_type", call.name() + "_success");
            result.setAll(call.result());
        }
        return json;
    }
}
