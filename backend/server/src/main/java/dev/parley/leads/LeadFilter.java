package dev.parley.leads;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which leads; a null asks nothing. Statuses are as stored. */
public record LeadFilter(
        @Nullable List<String> statuses,
        @Nullable Integer minScore,
        @Nullable Instant createdAfter,
        @Nullable Instant createdBefore) {}
