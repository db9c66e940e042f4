package dev.parley.persistence;

import java.util.List;

/**
 * A page of a list. Counting the whole list is a question of its own.
 *
 */
public record Page<T>(List<T> items, boolean hasNext, boolean hasPrevious) {

    /** Exact counting stops here: beyond it, "at least". */
    public static final int COUNTED = 10_000;

    public Page {
        items = List.copyOf(items);
    }
}
