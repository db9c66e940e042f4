package dev.parley.admin.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation in the list. */
record ConversationRow(
        String id,
        ConversationStatus status,
        Instant startedAt,
        @Nullable Integer durationSeconds,
        String language,
        CallOutcome callSuccessful,
        @Nullable String title,
        @Nullable String summary,
        @Nullable Agent agent,
        @Nullable LeadMark lead) {

    /** Who spoke for the client. */
    record Agent(String name) {}

    /** The lead it brought, as far as the list shows it. */
    record LeadMark(String id, @Nullable String name, int leadQualityScore) {}
}
