package dev.parley.elevenlabs;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Page after page by cursor, each fetched when it is asked for. */
final class Pages<T> implements Iterator<Page<T>> {

    private final Function<@Nullable String, Page<T>> fetch;
    private final Set<String> followed = new HashSet<>();
    private @Nullable String cursor;
    private boolean finished;

    private Pages(@Nullable String start, Function<@Nullable String, Page<T>> fetch) {
        this.cursor = start;
        this.fetch = fetch;
    }

    /**
     * @param start where to begin; null for the first page
     * @param fetch gets the page of a cursor
     */
    static <T> Stream<Page<T>> stream(@Nullable String start, Function<@Nullable String, Page<T>> fetch) {
        var pages = Spliterators.spliteratorUnknownSize(
                new Pages<>(start, fetch), Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(pages, false);
    }

    @Override
    public boolean hasNext() {
        return !finished;
    }

    @Override
    public Page<T> next() {
        if (finished) {
            throw new NoSuchElementException();
        }
        if (cursor != null && !followed.add(cursor)) {
            throw new UnexpectedResponseException("The API gave the same cursor twice: the list would never end");
        }
        var page = fetch.apply(cursor);
        cursor = page.next().orElse(null);
        finished = cursor == null;
        return page;
    }
}
