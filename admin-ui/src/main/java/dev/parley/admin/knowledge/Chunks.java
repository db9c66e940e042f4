package dev.parley.admin.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some passages, and where to go on. */
record Chunks(int totalCount, PageInfo pageInfo, List<Chunk> nodes) {

    /** @param endCursor null: there are none */
    record PageInfo(boolean hasNextPage, @Nullable String endCursor) {}
}
