package dev.parley.admin.conversations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation with all that was said. */
record Conversation(
        String id,
        String elevenlabsConversationId,
        ConversationStatus status,
        Instant startedAt,
        @Nullable Integer durationSeconds,
        String language,
        @Nullable CallDirection direction,
        @Nullable String callerPhone,
        CallOutcome callSuccessful,
        @Nullable String title,
        @Nullable String summary,
        @Nullable Double sentimentScore,
        List<String> topics,
        @Nullable String terminationReason,
        boolean deletedAtSource,
        ConversationRow.@Nullable Agent agent,
        List<Turn> transcript,
        @Nullable Lead lead) {

    /** One entry of the transcript. */
    record Turn(int index, Role role, @Nullable String message, int secondsIn, List<String> toolNames) {

        enum Role {
            AGENT,
            USER
        }
    }

    /** The lead it brought, with where its values were heard. */
    record Lead(
            String id, @Nullable String name, @Nullable String company, int leadQualityScore, List<Heard> evidence) {}

    /** Words that a value of the lead was taken from. */
    record Heard(String field, @Nullable Integer turn, @Nullable String quote) {}

    ConversationRow row() {
        var mark = lead == null ? null : new ConversationRow.LeadMark(lead.id(), lead.name(), lead.leadQualityScore());
        return new ConversationRow(
                id, status, startedAt, durationSeconds, language, callSuccessful, title, summary, agent, mark);
    }
}
