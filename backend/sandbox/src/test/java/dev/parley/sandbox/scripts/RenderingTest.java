package dev.parley.sandbox.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds rendered conversations against the required fields of the vendor's OpenAPI description. */
class RenderingTest {

    private static final World WORLD = World.demo();
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    static List<Script> scripts() {
        return Scripts.all();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aConversationHasAllThatIsRequired(Script script) {
        var detail = render(script);

        texts(detail, "conversation_id", "agent_id", "agent_name", "conversation_product", "environment");
        flags(detail, "has_audio", "has_user_audio", "has_response_audio", "has_auxiliary_audio");
        assertThat(detail.path("status").asText()).isEqualTo("done");
        assertThat(detail.path("conversation_initiation_client_data")
                        .path("dynamic_variables")
                        .isObject())
                .isTrue();
        assertThat(detail.path("transcript")).hasSameSizeAs(script.turns());
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void metadataHasAllThatIsRequired(Script script) {
        var metadata = render(script).path("metadata");

        assertThat(metadata.path("start_time_unix_secs").asLong()).isEqualTo(START.getEpochSecond());
        integers(metadata, "start_time_unix_secs", "call_duration_secs", "cost");
        assertThat(metadata.path("cost_fiat").isNumber()).isTrue();
        texts(metadata, "termination_reason", "main_language", "authorization_method");
        texts(
                metadata.path("phone_call"),
                "type",
                "direction",
                "phone_number_id",
                "agent_number",
                "external_number",
                "stream_sid",
                "call_sid");
        assertThat(metadata.path("charging").isObject()).isTrue();
        assertThat(metadata.path("features_usage").isObject()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void turnsHaveAllThatIsRequired(Script script) {
        var agentsTurns = 0;
        for (var turn : render(script).path("transcript")) {
            assertThat(turn.path("role").asText()).isIn("user", "agent");
            integers(turn, "time_in_call_secs");
            flags(turn, "interrupted");
            assertThat(turn.path("message").isTextual() || turn.path("message").isNull())
                    .isTrue();
            for (var call : turn.path("tool_calls")) {
                texts(call, "request_id", "tool_name", "params_as_json", "type");
                flags(call, "tool_has_been_called");
            }
            for (var result : turn.path("tool_results")) {
                texts(result, "request_id", "tool_name", "result_value", "type", "error_type", "raw_error_message");
                flags(result, "is_error", "is_blocked", "tool_has_been_called");
                assertThat(result.path("tool_latency_secs").isNumber()).isTrue();
            }
            assertThat(requestIds(turn.path("tool_results"))).isEqualTo(requestIds(turn.path("tool_calls")));
            agentsTurns += turn.path("agent_metadata").path("agent_id").isTextual() ? 1 : 0;
        }
        assertThat(agentsTurns).isPositive();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void theAnalysisHasAllThatIsRequired(Script script) {
        var analysis = render(script).path("analysis");

        assertThat(analysis.path("call_successful").asText()).isIn("success", "failure", "unknown");
        texts(analysis, "transcript_summary", "call_summary_title");
        assertThat(analysis.path("data_collection_results")).hasSameSizeAs(script.dataCollection());
        assertThat(analysis.path("data_collection_results_list")).hasSameSizeAs(script.dataCollection());
        analysis.path("data_collection_results").properties().forEach(item -> {
            assertThat(item.getValue().path("data_collection_id").asText()).isEqualTo(item.getKey());
            assertThat(item.getValue().path("value"))
                    .isEqualTo(script.dataCollection().get(item.getKey()));
            texts(item.getValue(), "rationale");
            texts(item.getValue().path("json_schema"), "type");
        });
        analysis.path("evaluation_criteria_results")
                .properties()
                .forEach(item -> texts(item.getValue(), "criteria_id", "result", "rationale"));
        assertThat(analysis.path("evaluation_criteria_results")).isNotEmpty();
    }

    @Test
    void anInterruptionKeepsWhatWasMeantToBeSaid() {
        var turn = render(Scripts.named("en-05-dropped")).path("transcript").path(4);

        assertThat(turn.path("interrupted").asBoolean()).isTrue();
        assertThat(turn.path("original_message").asText())
                .startsWith(turn.path("message").asText());
    }

    @Test
    void noToolsAreAnEmptyListOrNull() {
        var turns = render(Scripts.named("ru-02-frame-house")).path("transcript");

        assertThat(turns.path(0).path("tool_calls").isArray()).isTrue();
        assertThat(turns.path(1).path("tool_calls").isNull()).isTrue();
    }

    private static JsonNode render(Script script) {
        return script.toConversation(
                "conv_1", WORLD.clientSpeaking(script.language()).agent(), START);
    }

    private static Set<String> requestIds(JsonNode tools) {
        return Set.copyOf(StreamSupport.stream(tools.spliterator(), false)
                .map(tool -> tool.path("request_id").asText())
                .toList());
    }

    private static void texts(JsonNode object, String... fields) {
        assertThat(fields)
                .allSatisfy(field ->
                        assertThat(object.path(field).isTextual()).as(field).isTrue());
    }

    private static void integers(JsonNode object, String... fields) {
        assertThat(fields).allSatisfy(field -> assertThat(object.path(field).isIntegralNumber())
                .as(field)
                .isTrue());
    }

    private static void flags(JsonNode object, String... fields) {
        assertThat(fields)
                .allSatisfy(field ->
                        assertThat(object.path(field).isBoolean()).as(field).isTrue());
    }
}
