package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a conversation.
 *
 * @param startTimeUnixSecs seconds since the epoch
 * @param callDurationSecs seconds
 * @param cost credits
 * @param costFiat US dollars
 * @param direction inbound, outbound or null when it was no phone call
 * @param agentNumber the agent's own number
 * @param externalNumber the other side's number: who called, was called, or writes by WhatsApp or SMS; as ElevenLabs has
 *     it, except that a WhatsApp number gets the + that it lacks there
 */
public record Metadata(
        long startTimeUnixSecs,
        @Nullable Integer callDurationSecs,
        @Nullable Integer cost,
        @Nullable Double costFiat,
        String terminationReason,
        @Nullable String errorReason,
        @Nullable String mainLanguage,
        @Nullable String conversationInitiationSource,
        boolean textOnly,
        @Nullable String direction,
        @Nullable String agentNumber,
        @Nullable String externalNumber,
        JsonNode raw) {

    static Metadata read(JsonNode metadata) {
        var phoneCall = metadata.path("phone_call");
        return new Metadata(
                metadata.path("start_time_unix_secs").asLong(0),
                Json.integer(metadata, "call_duration_secs"),
                Json.integer(metadata, "cost"),
                Json.number(metadata, "cost_fiat"),
                Json.text(metadata, "termination_reason", ""),
                Json.text(metadata.path("error"), "reason"),
                Json.text(metadata, "main_language"),
                Json.text(metadata, "conversation_initiation_source"),
                Json.flag(metadata, "text_only"),
                Json.text(phoneCall, "direction"),
                Json.text(phoneCall, "agent_number"),
                externalNumber(metadata, phoneCall),
                metadata);
    }

    private static @Nullable String externalNumber(JsonNode metadata, JsonNode phoneCall) {
        var called = Json.text(phoneCall, "external_number");
        if (called != null) {
            return called;
        }
        var whatsapp = Json.text(metadata.path("whatsapp"), "whatsapp_user_id");
        return whatsapp == null
                ? Json.text(metadata.path("sms"), "sms_user_phone_number")
                : whatsapp.replaceFirst("^(?=[1-9][0-9]{6,14}$)", "+");
    }

    @Override
    public String toString() {
        return "Metadata[started " + startTimeUnixSecs + "]";
    }
}
