package dev.parley.admin.leads;

import dev.parley.admin.language.TextKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A lead in full. */
record Lead(
        String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        int leadQualityScore,
        LeadStatus status,
        @Nullable String notes,
        @Nullable String conversationSummary,
        JsonNode extractedEntities,
        int version,
        Instant createdAt,
        Instant updatedAt,
        List<Evidence> evidence,
        List<ScoreSignal> scoreSignals,
        @Nullable Source sourceConversation) {

    /** Where a value comes from. */
    record Evidence(String field, @Nullable String value, @Nullable Integer turn, @Nullable String quote, State state) {

        @TextKey("leads.evidence")
        enum State {
            CONFIRMED,
            STATED,
            INFERRED,
            CONTRADICTED,
            CALLER_ID,
            UNDECODABLE
        }
    }

    /** One reason for the score. */
    record ScoreSignal(String name, int points, @Nullable Integer turn) {}

    /** The conversation it came from. */
    record Source(
            String id,
            @Nullable String title,
            Instant startedAt,
            @Nullable Integer durationSeconds,
            String language,
            List<Moment> transcript) {}

    /** When a turn began, in seconds from the start of the conversation. */
    record Moment(int index, int secondsIn) {}
}
