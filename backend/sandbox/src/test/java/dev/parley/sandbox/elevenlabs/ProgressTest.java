package dev.parley.sandbox.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.http.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final TestingElevenLabs api = new TestingElevenLabs();
    private final JsonNode whole = Json.readObject(Json.bytes(api.detail("conv_1", 0)));

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aCallGoesOnIsAnalysedAndThenDone() throws IOException {
        var answer = api.http.post(
                "/control/calls",
                api.detail("conv_1", 0).put("status", "in-progress").toString());

        assertThat(answer.text()).isEqualTo("{\"conversation_id\":\"conv_1\",\"webhook\":null}");
        assertThat(api.receiver.received()).isEmpty();
        assertThat(api.conversation("conv_1").path("status").asText()).isEqualTo("in-progress");
        assertThat(api.conversation("conv_1").path("analysis").isNull()).isTrue();
        assertThat(api.conversation("conv_1").path("transcript"))
                .hasSizeLessThan(whole.path("transcript").size())
                .isNotEmpty();
        assertThat(api.list("").findPath("call_successful").asText()).isEqualTo("unknown");
        assertThat(api.list("").findPath("sentiment_analysis").isNull()).isTrue();

        patch("{'status': 'processing'}");
        assertThat(api.conversation("conv_1").path("transcript")).isEqualTo(whole.path("transcript"));
        assertThat(api.conversation("conv_1").path("analysis").isNull()).isTrue();
        assertThat(api.list("").findPath("status").asText()).isEqualTo("processing");

        api.clock.forward(Duration.ofSeconds(90));
        var finished = api.http.post("/control/conversations/conv_1/finish", "");
        assertThat(finished.text()).isEqualTo("{\"conversation_id\":\"conv_1\",\"webhook\":{\"status\":200}}");
        assertThat(api.conversation("conv_1")).isEqualTo(whole);
        assertThat(api.list("").findPath("call_successful").asText()).isEqualTo("success");
        var webhook = Json.MAPPER.readTree(api.receiver.received().getFirst().body());
        assertThat(webhook.path("data")).isEqualTo(whole);
        assertThat(webhook.path("event_timestamp").asLong())
                .isEqualTo(api.clock.instant().getEpochSecond());
    }

    @Test
    void anEndMayBringWhatWasNotKnownBefore() {
        api.record(api.detail("conv_1", 0).put("status", "initiated"));

        api.http.post(
                "/control/conversations/conv_1/finish?webhook=false",
                "{\"status\":\"failed\",\"metadata\":{\"error\":{\"code\":1011}},\"analysis\":null}");

        assertThat(api.receiver.received()).isEmpty();
        assertThat(api.conversation("conv_1").path("status").asText()).isEqualTo("failed");
        assertThat(api.conversation("conv_1").at("/metadata/error/code").asInt())
                .isEqualTo(1011);
        assertThat(api.conversation("conv_1").at("/metadata/main_language").asText())
                .isEqualTo("ru");
        assertThat(api.conversation("conv_1").path("analysis").isNull()).isTrue();
    }

    @Test
    void anAnalysisMayChangeLater() {
        api.record(api.detail("conv_1", 0));

        var answer = patch("{'analysis': {'call_successful': 'failure'}, 'tag_ids': ['vip']}");

        assertThat(answer).isEqualTo("{\"conversation_id\":\"conv_1\",\"webhook\":null}");
        assertThat(api.conversation("conv_1").at("/analysis/call_successful").asText())
                .isEqualTo("failure");
        assertThat(api.conversation("conv_1").at("/analysis/transcript_summary"))
                .isEqualTo(whole.at("/analysis/transcript_summary"));
        assertThat(api.list("?tag_ids=vip").findPath("call_successful").asText())
                .isEqualTo("failure");
        assertThat(api.receiver.received()).isEmpty();
    }

    @Test
    void whatWasOnlyRememberedCanBeEditedToo() {
        api.sandbox.history(1);
        var id = api.ids("").getFirst();

        api.sandbox.edit(id, TestingElevenLabs.json("{'user_id': 'jane'}"));

        assertThat(api.conversation(id).path("user_id").asText()).isEqualTo("jane");
        assertThat(api.ids("?user_id=jane")).containsExactly(id);
    }

    @Test
    void whatIsDeletedIsNeitherListedNorGiven() {
        api.record(api.detail("conv_1", 0));
        api.record(api.detail("conv_2", 0));

        assertThat(api.http.send("DELETE", "/control/conversations/conv_1", "").status())
                .isEqualTo(204);

        assertThat(api.ids("")).containsExactly("conv_2");
        assertThat(api.get("/v1/convai/conversations/conv_1").status()).isEqualTo(404);
        assertThat(api.http.send("DELETE", "/control/conversations/conv_1", "").status())
                .isEqualTo(404);
    }

    @Test
    void thereMustBeAConversationAndItKeepsItsName() {
        assertThat(api.http.send("PATCH", "/control/conversations/conv_1", "{}").status())
                .isEqualTo(404);
        assertThat(api.http.post("/control/conversations/conv_1/finish", "").status())
                .isEqualTo(404);
        api.record(api.detail("conv_1", 0));
        assertThat(api.http
                        .send("PATCH", "/control/conversations/conv_1", "{\"agent_id\":\"x\"}")
                        .status())
                .isEqualTo(422);
        assertThat(api.http.send("PATCH", "/control/conversations/conv_1", "[]").status())
                .isEqualTo(400);
        assertThatThrownBy(() -> api.sandbox.finish("conv_2", Json.object(), false))
                .isInstanceOf(NoSuchElementException.class);
    }

    private String patch(String json) {
        return api.http
                .send("PATCH", "/control/conversations/conv_1", json.replace('\'', '"'))
                .text();
    }
}
