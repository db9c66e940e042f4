package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * A webhook's envelope. Verify the signature before you parse.
 *
 * @param type post_call_transcription, post_call_audio, call_initiation_failure, or a newer one
 * @param eventTimestamp seconds since the epoch, from 0 to the end of the year 9999
 */
public record WebhookEvent(String type, long eventTimestamp, JsonNode data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws UnexpectedResponseException when it is no such envelope */
    public static WebhookEvent parse(byte[] body) {
        var head = WebhookHead.parse(body);
        try {
            return new WebhookEvent(
                    head.type(), head.eventTimestamp(), JSON.readTree(body).path("data"));
        } catch (IOException e) {
            throw new UnexpectedResponseException("The webhook is not JSON"); // without the cause: it quotes content
        }
    }

    /** The conversation of a {@code post_call_transcription}. */
    public Conversation conversation() {
        return Conversation.read(data);
    }

    @Override
    public String toString() {
        return "WebhookEvent[" + type + " at " + eventTimestamp + "]";
    }
}
