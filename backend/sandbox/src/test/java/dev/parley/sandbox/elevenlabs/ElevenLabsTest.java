package dev.parley.sandbox.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.TestingClock;
import dev.parley.sandbox.TestingHttp;
import dev.parley.sandbox.TestingReceiver;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.scripts.Scripts;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ElevenLabsTest {

    private final TestingClock clock = new TestingClock();
    private final World world = World.demo(clock);
    private final Client russian = world.clientSpeaking("ru");
    private final Client english = world.clientSpeaking("en");
    private final TestingReceiver receiver = new TestingReceiver();
    private final Sandbox sandbox = Sandbox.start(world, 0, receiver.url(), clock);
    private final TestingHttp http = new TestingHttp(sandbox.url());

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void aCallIsOnRecordAndItsClientHearsOfIt() throws IOException {
        var detail = Json.MAPPER.readTree(detail("conv_1").toString());

        var answer = http.post("/control/calls", detail.toString());

        assertThat(answer.text()).isEqualTo("{\"conversation_id\":\"conv_1\",\"webhook\":{\"status\":200}}");
        assertThat(conversation("conv_1", russian.elevenlabsApiKey()).json()).isEqualTo(detail);

        assertThat(receiver.received()).hasSize(1);
        var webhook = receiver.received().getFirst();
        assertThat(webhook.path()).isEqualTo("/hooks/" + russian.id());
        var now = clock.instant().getEpochSecond();
        assertThat(webhook.signature()).isEqualTo(Signature.of(webhook.body(), russian.webhookSecret(), now));
        var envelope = Json.MAPPER.readTree(webhook.body());
        assertThat(envelope.path("type").asText()).isEqualTo("post_call_transcription");
        assertThat(envelope.path("event_timestamp").asLong()).isEqualTo(now);
        assertThat(envelope.path("data")).isEqualTo(detail);
        assertThat(envelope).hasSize(3);
    }

    @Test
    void aCallMayPassInSilence() {
        var answer = http.post("/control/calls?webhook=false", detail("conv_1").toString());

        assertThat(answer.text()).isEqualTo("{\"conversation_id\":\"conv_1\",\"webhook\":null}");
        assertThat(conversation("conv_1", russian.elevenlabsApiKey()).status()).isEqualTo(200);
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void aCallWithoutAnIdGetsOne() {
        var detail = detail("conv_1").<ObjectNode>without("conversation_id");

        var id = http.post("/control/calls", detail.toString())
                .json()
                .path("conversation_id")
                .asText();

        assertThat(id).matches("conv_[0-9a-z]{28}");
        assertThat(conversation(id, russian.elevenlabsApiKey())
                        .json()
                        .path("conversation_id")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    void aKeySeesTheConversationsOfItsOwnAgentsOnly() {
        http.post("/control/calls", detail("conv_1").toString());

        assertError(http.get("/v1/convai/conversations/conv_1"), 401, "missing_api_key");
        assertError(conversation("conv_1", "sk_wrong"), 401, "invalid_api_key");
        assertError(conversation("conv_1", english.elevenlabsApiKey()), 404, "conversation_not_found");
        assertError(conversation("conv_2", russian.elevenlabsApiKey()), 404, "conversation_not_found");
    }

    @Test
    void twoClientsMayHaveTheSameConversationId() {
        http.post("/control/calls", detail("conv_1").toString());
        http.post(
                "/control/calls",
                detail("conv_1").put("agent_id", english.agent().id()).toString());

        assertThat(agentId(conversation("conv_1", russian.elevenlabsApiKey()).json()))
                .isEqualTo(russian.agent().id());
        assertThat(agentId(conversation("conv_1", english.elevenlabsApiKey()).json()))
                .isEqualTo(english.agent().id());
    }

    @Test
    void whatIsNoCallIsRefused() {
        var unknown = http.post(
                "/control/calls",
                detail("conv_1").put("agent_id", "agent_nobodys").toString());

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().path("detail").path(0).path("loc").toString()).isEqualTo("[\"body\",\"agent_id\"]");
        assertError(http.post("/control/calls", "[]"), 400, "malformed_json");
        assertThat(http.get("/v1/convai/tools", "xi-api-key", russian.elevenlabsApiKey())
                        .text())
                .isEqualTo("{\"detail\":\"Not Found\"}");
    }

    @Test
    void whatDoesNotArriveIsSentAgainAndReported() {
        receiver.answerNext(503);

        var answer = http.post("/control/calls", detail("conv_1").toString());

        assertThat(answer.json().path("webhook").path("status").asInt()).isEqualTo(503);
        await().until(() -> receiver.received().size() == 2);
        await().until(() -> attempts("conv_1").size() == 2);
        assertThat(attempts("conv_1").path(0).path("status").asInt()).isEqualTo(503);
        assertThat(attempts("conv_1").path(1).path("status").asInt()).isEqualTo(200);
        assertThat(receiver.received().get(1).body())
                .isEqualTo(receiver.received().get(0).body());
    }

    @Test
    void aReceiverThatIsDownIsReportedAndWaitedFor() {
        var down = new TestingReceiver();
        down.close();
        sandbox.webhooks(down.url());

        var answer = http.post("/control/calls", detail("conv_1").toString());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("webhook").path("status").isNull()).isTrue();
        assertThat(answer.json().path("webhook").path("error").asText()).isEqualTo("ConnectException");

        sandbox.webhooks(receiver.url());
        await().until(() -> receiver.received().size() == 1);
    }

    @Test
    void thePastWaitsForAReceiverThatIsNotThereYet() {
        var down = new TestingReceiver();
        down.close();
        try (var webhooks = new Webhooks(down.url(), clock)) {
            var calls = new Calls(world, webhooks, clock, 10);
            calls.play(detail("conv_1"), false);
            var told = CompletableFuture.supplyAsync(() -> calls.tellPatiently(russian, "conv_1"));

            webhooks.receiver(receiver.url());

            assertThat(told.join().webhook().status()).isEqualTo(200);
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void aWebhookIsRepeatedWordForWord() {
        http.post("/control/calls", detail("conv_1").toString());
        clock.forward(Duration.ofMinutes(1));

        var answer = http.post("/control/webhooks/conv_1", "");

        assertThat(answer.json().path("webhook").path("status").asInt()).isEqualTo(200);
        assertThat(receiver.received()).hasSize(2);
        assertThat(receiver.received().get(1).body())
                .isEqualTo(receiver.received().get(0).body());
        assertThat(receiver.received().get(1).signature())
                .startsWith("t=" + clock.instant().getEpochSecond() + ",");
        assertError(http.post("/control/webhooks/conv_2", ""), 404, "conversation_not_found");
        assertThat(http.post("/control/webhooks/conv_1?type=video", "").status())
                .isEqualTo(422);
    }

    @Test
    void aRecordingComesInChunks() throws IOException {
        http.post("/control/calls?webhook=false", detail("conv_1").toString());

        http.post("/control/webhooks/conv_1?type=audio", "");

        var webhook = receiver.received().getFirst();
        assertThat(webhook.transferEncoding()).isEqualTo("chunked");
        assertThat(webhook.signature())
                .isEqualTo(Signature.of(
                        webhook.body(), russian.webhookSecret(), clock.instant().getEpochSecond()));
        var envelope = Json.MAPPER.readTree(webhook.body());
        assertThat(envelope.path("type").asText()).isEqualTo("post_call_audio");
        assertThat(envelope.path("data").fieldNames())
                .toIterable()
                .containsExactly("agent_id", "conversation_id", "full_audio");
        assertThat(Base64.getDecoder()
                        .decode(envelope.path("data").path("full_audio").asText()))
                .startsWith(0xFF, 0xFB)
                .hasSizeGreaterThan(100_000);
    }

    private ObjectNode detail(String id) {
        return Scripts.named("ru-02-frame-house").toConversation(id, russian.agent(), clock.instant());
    }

    private TestingHttp.Response conversation(String id, String apiKey) {
        return http.get("/v1/convai/conversations/" + id, "xi-api-key", apiKey);
    }

    private JsonNode attempts(String id) {
        return http.get("/control/webhooks/" + id).json().path("attempts");
    }

    private static String agentId(JsonNode conversation) {
        return conversation.path("agent_id").asText();
    }

    private static void assertError(TestingHttp.Response answer, int status, String code) {
        var detail = answer.json().path("detail");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(detail.path("code").asText()).isEqualTo(code);
        assertThat(detail.path("status").asText()).isEqualTo(code);
        assertThat(answer.header("request-id"))
                .contains(detail.path("request_id").asText());
    }
}
