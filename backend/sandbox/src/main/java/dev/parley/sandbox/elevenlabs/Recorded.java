package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.Client;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A conversation that took place. Prints without content.
 *
 * @param detail its JSON, as the API gives it
 * @param eventTimestamp of its webhooks; a repeated webhook repeats it
 */
public record Recorded(Client client, String conversationId, byte[] detail, int seconds, long eventTimestamp) {

    static Recorded of(Client client, ObjectNode detail, long now) {
        return new Recorded(
                client,
                detail.path("conversation_id").textValue(),
                Json.bytes(detail),
                detail.path("metadata").path("call_duration_secs").asInt(0),
                now);
    }

    Webhook transcription() {
        var body = new ByteArrayOutputStream();
        body.writeBytes(start(Webhook.TRANSCRIPTION));
        body.writeBytes(detail);
        body.write('}');
        return new Webhook(this, Webhook.TRANSCRIPTION, body.toByteArray());
    }

    Webhook audio() {
        var data = Json.object()
                .put("agent_id", client.agent().id())
                .put("conversation_id", conversationId)
                .put("full_audio", Base64.getEncoder().encodeToString(SilentMp3.ofSeconds(seconds)));
        var body = new ByteArrayOutputStream();
        body.writeBytes(start(Webhook.AUDIO));
        body.writeBytes(Json.bytes(data));
        body.write('}');
        return new Webhook(this, Webhook.AUDIO, body.toByteArray());
    }

    private byte[] start(String type) {
        return "{\"type\":\"%s\",\"event_timestamp\":%s,\"data\":"
                .formatted(type, Long.toString(eventTimestamp))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Recorded[" + conversationId + "]";
    }
}
