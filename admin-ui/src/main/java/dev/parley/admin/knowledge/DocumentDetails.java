package dev.parley.admin.knowledge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document with all that is said of it, but not what it says. */
record DocumentDetails(
        String id,
        String title,
        String contentType,
        @Nullable String category,
        List<String> tags,
        @Nullable String language,
        String source,
        @Nullable String fileName,
        DocumentStatus status,
        @Nullable String failure,
        DocumentRow.@Nullable Progress progress,
        @Nullable Instant reviewBy,
        int version,
        int versionNumber,
        @Nullable Integer liveVersionNumber,
        @Nullable String embeddingModel,
        @Nullable Instant deletedAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Other duplicateOf,
        List<Similar> similarDocuments) {

    /** Another document. */
    record Other(String id, String title) {}

    /** @param score 0 to 1 */
    record Similar(double score, Other document) {}
}
