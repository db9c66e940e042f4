package dev.parley.conversations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations; a null asks nothing. Statuses are as stored.
 *
 * @param search words that all occur in the title, the summary, ElevenLabs' id or the other side's number
 */
public record ConversationFilter(
        @Nullable String search,
        @Nullable List<String> statuses,
        @Nullable String language,
        @Nullable Instant startedAfter,
        @Nullable Instant startedBefore) {}
