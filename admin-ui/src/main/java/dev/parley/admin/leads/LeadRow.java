package dev.parley.admin.leads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A lead in the list. */
record LeadRow(
        String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company,
        int leadQualityScore,
        LeadStatus status,
        @Nullable String conversationSummary,
        Instant createdAt) {}
