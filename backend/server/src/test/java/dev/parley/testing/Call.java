package dev.parley.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/** A conversation as ElevenLabs tells it, built turn by turn. */
public final class Call {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode detail = JSON.createObjectNode();

    private Call(String agentId) {
        detail.put("agent_id", agentId)
                .put("conversation_id", "conv_" + UUID.randomUUID().toString().replace("-", ""))
                .put("status", "done");
        detail.putArray("transcript");
        detail.putObject("metadata")
                .put("start_time_unix_secs", Instant.now().getEpochSecond() - 90)
                .put("call_duration_secs", 75)
                .put("termination_reason", "end_call tool");
        detail.putObject("analysis").put("call_successful", "success").put("transcript_summary", "They talked.");
    }

    public static Call to(String agentId) {
        return new Call(agentId);
    }

    public Call id(String conversationId) {
        detail.put("conversation_id", conversationId);
        return this;
    }

    public Call status(String status) {
        detail.put("status", status);
        return this;
    }

    public Call agent(String message) {
        return turn("agent", message);
    }

    public Call user(String message) {
        return turn("user", message);
    }

    public Call collected(String id, String value) {
        analysis()
                .withObjectProperty("data_collection_results")
                .putObject(id)
                .put("data_collection_id", id)
                .put("value", value);
        return this;
    }

    /** As a telephone call. */
    public Call between(String agentNumber, String externalNumber) {
        detail.withObjectProperty("metadata")
                .putObject("phone_call")
                .put("direction", "inbound")
                .put("agent_number", agentNumber)
                .put("external_number", externalNumber);
        return this;
    }

    /** As messages over WhatsApp. */
    public Call whatsapp(String userId) {
        detail.withObjectProperty("metadata").putObject("whatsapp").put("whatsapp_user_id", userId);
        return this;
    }

    /** As text messages. */
    public Call sms(String number) {
        detail.withObjectProperty("metadata")
                .putObject("sms")
                .put("direction", "inbound")
                .put("sms_user_phone_number", number);
        return this;
    }

    /** A language tag. */
    public Call language(String tag) {
        detail.withObjectProperty("metadata").put("main_language", tag);
        return this;
    }

    public Call summary(String summary) {
        analysis().put("transcript_summary", summary);
        return this;
    }

    public Call startedAt(Instant start) {
        detail.withObjectProperty("metadata").put("start_time_unix_secs", start.getEpochSecond());
        return this;
    }

    public String id() {
        return detail.path("conversation_id").asText();
    }

    public ObjectNode json() {
        return detail.deepCopy();
    }

    private ObjectNode analysis() {
        return detail.withObjectProperty("analysis");
    }

    private Call turn(String role, String message) {
        var transcript = detail.withArrayProperty("transcript");
        transcript
                .addObject()
                .put("role", role)
                .put("message", message)
                .put("time_in_call_secs", transcript.size() * 4)
                .putNull("tool_calls");
        return this;
    }
}
