package dev.parley.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which documents; a null asks nothing.
 *
 * @param search words that all occur in title, category or file name
 * @param statuses as stored
 * @param reviewPassed whether the time to look at it again has come
 * @param deleted only those that are deleted, instead of only the others
 */
public record DocumentFilter(
        @Nullable String search,
        @Nullable List<String> statuses,
        @Nullable String category,
        @Nullable String tag,
        @Nullable Boolean reviewPassed,
        boolean deleted) {}
