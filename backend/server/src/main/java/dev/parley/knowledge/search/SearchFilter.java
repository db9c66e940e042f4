package dev.parley.knowledge.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In which documents is searched; a null asks nothing.
 *
 * @param tags the document has all of them
 * @param updatedAfter people changed it later than that
 */
public record SearchFilter(
        @Nullable List<UUID> documentIds,
        @Nullable String category,
        @Nullable List<String> tags,
        @Nullable String language,
        @Nullable Instant updatedAfter) {

    public static final SearchFilter EVERYWHERE = new SearchFilter(null, null, null, null, null);
}
