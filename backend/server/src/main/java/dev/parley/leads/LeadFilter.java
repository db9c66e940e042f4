package dev.parley.leads;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which leads; a null asks nothing. Statuses are as stored.
 *
 * @param search words that all occur in what is known of the person or in the summary
 */
public record LeadFilter(
        @Nullable String search,
        @Nullable List<String> statuses,
        @Nullable Integer minScore,
        @Nullable Instant createdAfter,
        @Nullable Instant createdBefore) {}
