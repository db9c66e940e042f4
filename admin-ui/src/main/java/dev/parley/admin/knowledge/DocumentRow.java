package dev.parley.admin.knowledge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document in the list.
 *
 * @param failure the code of why it could not be processed
 * @param progress null before and after it is embedded
 */
record DocumentRow(
        String id,
        String title,
        @Nullable String category,
        List<String> tags,
        @Nullable String language,
        @Nullable String fileName,
        DocumentStatus status,
        @Nullable String failure,
        @Nullable Progress progress,
        @Nullable Instant reviewBy,
        int version,
        Instant updatedAt) {

    /** Passages. */
    record Progress(int done, int total) {}

    boolean reviewPassed(Instant now) {
        return reviewBy != null && !reviewBy.isAfter(now);
    }
}
