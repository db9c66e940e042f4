package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.Client;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * A conversation that took place, or goes on. Prints without content.
 *
 * @param whole all that will be known of it, written anew each time it is asked for
 * @param isHeld whether the whole is kept in memory
 * @param eventTimestamp of its webhooks; a repeated webhook repeats it
 */
record Recorded(Client client, Row row, Supplier<ObjectNode> whole, boolean isHeld, long eventTimestamp) {

    /** One whose detail is kept. */
    static Recorded of(Client client, ObjectNode detail, long eventTimestamp) {
        var bytes = Json.bytes(detail);
        return new Recorded(client, Row.of(Progress.shown(detail)), () -> Json.readObject(bytes), true, eventTimestamp);
    }

    String conversationId() {
        return row.conversationId();
    }

    /** Its JSON, as the API gives it now. */
    ObjectNode detail() {
        return Progress.shown(whole.get());
    }

    boolean hasAudio() {
        return detail().path("has_audio").asBoolean(false);
    }

    byte[] recording() {
        return SilentMp3.ofSeconds(row.item().path("call_duration_secs").asInt(0));
    }

    Webhook transcription() {
        return webhook(Webhook.TRANSCRIPTION, detail());
    }

    Webhook audio() {
        return webhook(
                Webhook.AUDIO,
                Json.object()
                        .put("agent_id", client.agent().id())
                        .put("conversation_id", conversationId())
                        .put("full_audio", Base64.getEncoder().encodeToString(recording())));
    }

    private Webhook webhook(String type, ObjectNode data) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"type\":\"%s\",\"event_timestamp\":%s,\"data\":"
                .formatted(type, Long.toString(eventTimestamp))
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Json.bytes(data));
        body.write('}');
        return new Webhook(this, type, body.toByteArray());
    }

    @Override
    public String toString() {
        return "Recorded[" + conversationId() + "]";
    }
}
