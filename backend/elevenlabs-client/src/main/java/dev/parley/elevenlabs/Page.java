package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor asks for the page after it; opaque, and null on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor, boolean hasMore) {

    public Page {
        items = List.copyOf(items);
    }

    static <T> Page<T> read(JsonNode answer, String items, Function<JsonNode, T> reader) {
        if (!answer.path(items).isArray()) {
            throw new UnexpectedResponseException("The answer has no " + items);
        }
        return new Page<>(
                Json.list(answer, items, reader), Json.text(answer, "next_cursor"), Json.flag(answer, "has_more"));
    }

    /** The cursor of the page after it; empty when there is none, however the API says so. */
    public Optional<String> next() {
        return hasMore ? Optional.ofNullable(nextCursor).filter(cursor -> !cursor.isEmpty()) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Page[" + items.size() + " items" + (hasMore ? ", more]" : "]");
    }
}
