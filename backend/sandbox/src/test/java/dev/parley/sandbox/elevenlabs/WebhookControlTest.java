package dev.parley.sandbox.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.TestingReceiver.Received;
import dev.parley.sandbox.http.Json;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookControlTest {

    private final TestingElevenLabs api = new TestingElevenLabs();

    @BeforeEach
    void start() {
        for (var id : List.of("a", "b", "c", "d", "e")) {
            api.record(api.detail(id, 100));
        }
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void oneMayComeSeveralTimes() {
        var answer = api.http.post("/control/webhooks/a?times=3", "");

        assertThat(answer.json().path("webhook").path("status").asInt()).isEqualTo(200);
        assertThat(received()).containsExactly("a", "a", "a");
        assertThat(api.receiver.received()).extracting(Received::body).containsOnly(first());
        assertThat(api.http.post("/control/webhooks/a?times=0", "").status()).isEqualTo(422);
    }

    @Test
    void manyMayComeInAnyOrder() {
        send("{'ids': ['a', 'b', 'c']}");
        assertThat(received()).containsExactly("a", "b", "c");

        var answer = send("{'ids': ['a', 'b', 'unknown', 'c'], 'order': 'reverse', 'times': 2}");
        assertThat(received().subList(3, 9)).containsExactly("c", "c", "b", "b", "a", "a");
        assertThat(answer.path("webhooks")).hasSize(6);
        assertThat(answer.path("webhooks").path(0).toString())
                .isEqualTo("{\"conversation_id\":\"c\",\"webhook\":{\"status\":200}}");

        send("{'ids': ['a', 'b', 'c', 'd', 'e'], 'order': 'shuffle', 'times': 2, 'seed': 3}");
        assertThat(received().subList(9, 19))
                .containsExactlyInAnyOrder("a", "a", "b", "b", "c", "c", "d", "d", "e", "e")
                .isNotEqualTo(List.of("a", "a", "b", "b", "c", "c", "d", "d", "e", "e"));
    }

    @Test
    void recordingsToo() {
        send("{'ids': ['a'], 'type': 'audio'}");

        assertThat(api.receiver.received().getFirst().transferEncoding()).isEqualTo("chunked");
    }

    @Test
    void orderAndTimesMustMakeSense() {
        for (var body : List.of("{\"order\":\"sideways\"}", "{\"times\":0}", "{\"times\":101}")) {
            assertThat(api.http.post("/control/webhooks", body).status()).isEqualTo(422);
        }
    }

    private JsonNode send(String json) {
        return api.http.post("/control/webhooks", json.replace('\'', '"')).json();
    }

    private byte[] first() {
        return api.receiver.received().getFirst().body();
    }

    private List<String> received() {
        return api.receiver.received().stream()
                .map(webhook -> Json.readObject(webhook.body())
                        .path("data")
                        .path("conversation_id")
                        .asText())
                .toList();
    }
}
