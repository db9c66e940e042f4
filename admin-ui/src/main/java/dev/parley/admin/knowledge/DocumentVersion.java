package dev.parley.admin.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the contents that a document had.
 *
 * @param restoredFrom the version that it repeats
 */
record DocumentVersion(
        int number, int characters, @Nullable Integer restoredFrom, @Nullable String createdBy, Instant createdAt) {}
