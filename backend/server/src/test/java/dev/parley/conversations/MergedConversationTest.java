package dev.parley.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversations.MergedConversation.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Less never takes the place of more. How ElevenLabs shows what it has deleted is not published, so many shapes are tried. */
class MergedConversationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FULL =
            """
            {"transcript": [{"role": "agent", "message": "Hello"}, {"role": "user", "message": "Ann here, ann@merged.example"},
               {"role": "agent", "message": null}],
             "analysis": {"call_successful": "success", "transcript_summary": "Ann wants a visit.", "call_summary_title": "A visit",
               "data_collection_results": {"email": {"value": "ann@merged.example"}, "phone": {"value": null}},
               "evaluation_criteria_results": {"polite": {"result": "success"}}},
             "metadata": {"start_time_unix_secs": 1790000000, "call_duration_secs": 75, "termination_reason": "hung up",
               "phone_call": {"direction": "inbound", "external_number": "+12025550142"}}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"transcript\": [], \"analysis\": null}",
                "{\"transcript\": null, \"analysis\": {}}",
                "{\"transcript\": [{\"role\": \"agent\", \"message\": \"\"}, {\"role\": \"user\", \"message\": null}]}",
                "{\"transcript\": [{\"role\": \"user\", \"message\": \"[REDACTED]\"}, {\"role\": \"agent\", \"message\": \"***\"}]}",
                "{\"transcript\": [{\"role\": \"agent\", \"message\": \"Hello\"}]}",
                "{\"transcript\": [{\"role\": \"agent\", \"message\": \"Hello\"}, {\"role\": \"user\", \"message\": \"[NAME] here, [EMAIL_ADDRESS]\"}]}",
                "{\"analysis\": {\"call_successful\": \"unknown\", \"transcript_summary\": \"\", \"call_summary_title\": null, \"data_collection_results\": {}}}",
                "{\"analysis\": {\"call_successful\": \"unknown\", \"transcript_summary\": \"[REDACTED]\"}}",
                "{\"analysis\": {\"transcript_summary\": \"redacted\"}}",
                "{\"analysis\": {\"data_collection_results\": {\"email\": {\"value\": null}}}}",
                "{\"analysis\": {\"data_collection_results\": {\"email\": {\"value\": \"<REDACTED>\"}}}}",
                "{\"metadata\": {\"start_time_unix_secs\": 0, \"call_duration_secs\": 0, \"termination_reason\": \"\", \"phone_call\": null}}",
                "{\"transcript\": [], \"analysis\": null, \"metadata\": {\"phone_call\": {\"external_number\": \"[REDACTED]\"}}}",
            })
    void whatIsGoneIsKept(String poorer) {
        var full = detail(FULL);
        var emptied = patched(poorer);

        var merged = MergedConversation.of(State.of(emptied, true), State.of(full, true));

        assertThat(merged.transcript()).isEqualTo(full.path("transcript"));
        assertThat(merged.analysis()).isEqualTo(full.path("analysis"));
        assertThat(merged.metadata()).isEqualTo(full.path("metadata"));
        assertThat(merged.lost()).isEqualTo(!poorer.startsWith("{\"metadata\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"analysis\": {\"transcript_summary\": \"Ann asks for a visit.\", \"call_successful\": \"failure\"}}",
                "{\"analysis\": {\"call_successful\": \"unknown\"}}",
                "{\"analysis\": {\"data_collection_results\": {\"email\": {\"value\": null}, \"phone\": {\"value\": \"+12025550142\"}}}}",
                "{\"transcript\": [{\"role\": \"agent\", \"message\": \"Hi\"}, {\"role\": \"user\", \"message\": \"Anne\"}, {\"role\": \"agent\", \"message\": \"Bye\"}]}",
                "{\"metadata\": {\"call_duration_secs\": 76}}",
            })
    void whatIsSaidAnewCounts(String news) {
        var newer = patched(news);

        var merged = MergedConversation.of(State.of(newer, true), State.of(detail(FULL), true));

        assertThat(merged)
                .isEqualTo(new MergedConversation(
                        newer.path("transcript"), newer.path("analysis"), newer.path("metadata"), false));
    }

    @Test
    void aTranscriptThatIsNotFinishedMayGrowShorter() {
        var finished = patched("{\"transcript\": [{\"role\": \"user\", \"message\": \"Hello, [NAME] here\"}]}");

        var merged = MergedConversation.of(State.of(finished, true), State.of(detail(FULL), false));

        assertThat(merged.transcript()).isEqualTo(finished.path("transcript"));
        assertThat(merged.lost()).isFalse();
    }

    private static ObjectNode patched(String patch) {
        var detail = detail(FULL);
        merge(detail, detail(patch));
        return detail;
    }

    /** Results are replaced as a whole, as ElevenLabs tells them as a whole. */
    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode inner
                    && !inner.isEmpty()
                    && target.get(field.getKey()) instanceof ObjectNode before
                    && !field.getKey().endsWith("results")) {
                merge(before, inner);
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
    }

    private static ObjectNode detail(String json) {
        try {
            JsonNode tree = JSON.readTree(json);
            return (ObjectNode) tree;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
