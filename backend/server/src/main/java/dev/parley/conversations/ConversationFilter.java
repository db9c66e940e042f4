package dev.parley.conversations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which conversations; a null asks nothing. Statuses are as stored. */
public record ConversationFilter(
        @Nullable List<String> statuses,
        @Nullable String language,
        @Nullable Instant startedAfter,
        @Nullable Instant startedBefore) {}
