package dev.parley.sandbox.elevenlabs;

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
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A sandbox, somebody who receives its webhooks, and one of its clients, who asks it over the wire. */
final class TestingElevenLabs implements AutoCloseable {

    static final String CONVERSATIONS = "/v1/convai/conversations";

    final TestingClock clock = new TestingClock();
    final World world = World.demo(clock);
    final Client client = world.clientSpeaking("ru");
    final TestingReceiver receiver = new TestingReceiver();
    final Sandbox sandbox = Sandbox.start(world, 0, receiver.url(), clock);
    final TestingHttp http = new TestingHttp(sandbox.url());

    TestingHttp.Response get(String path) {
        return http.get(path, "xi-api-key", client.elevenlabsApiKey());
    }

    JsonNode conversation(String id) {
        return get(CONVERSATIONS + "/" + id).json();
    }

    /** @param query with its question mark */
    JsonNode list(String query) {
        return get(CONVERSATIONS + query).json();
    }

    List<String> ids(String query) {
        return list(query).findValuesAsText("conversation_id");
    }

    /** A conversation on record of which nobody was told. */
    ObjectNode detail(String id, int startedSecondsAgo) {
        return Scripts.named("ru-02-frame-house")
                .toConversation(id, client.agent(), clock.instant().minusSeconds(startedSecondsAgo));
    }

    void record(ObjectNode detail) {
        sandbox.play(detail, false);
    }

    static ObjectNode json(String text) {
        return Json.readObject(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        sandbox.close();
        receiver.close();
    }
}
