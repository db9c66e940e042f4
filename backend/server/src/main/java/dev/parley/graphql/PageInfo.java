package dev.parley.graphql;

import dev.parley.persistence.Page;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** Where a page of a connection stands. */
@Type("PageInfo")
@Description("Where a page of a connection stands.")
public record PageInfo(boolean hasNext, boolean hasPrevious, @Nullable String start, @Nullable String end) {

    public static PageInfo of(Page<?> page, List<String> cursors) {
        return new PageInfo(
                page.hasNext(),
                page.hasPrevious(),
                cursors.isEmpty() ? null : cursors.getFirst(),
                cursors.isEmpty() ? null : cursors.getLast());
    }

    @Description("Whether there is more after this page.")
    public Boolean getHasNextPage() {
        return hasNext;
    }

    @Description("Whether there is something before this page.")
    public Boolean getHasPreviousPage() {
        return hasPrevious;
    }

    @Description("Cursor of the first item, null on an empty page.")
    public @Nullable String getStartCursor() {
        return start;
    }

    @Description("Cursor of the last item: give it as \"after\" to get the next page.")
    public @Nullable String getEndCursor() {
        return end;
    }
}
