package dev.parley.admin.lists;

import java.util.List;

/** Some rows of a list, and how many there are: at least that many when it is not exact. */
public record Page<T>(List<T> nodes, int totalCount, boolean totalCountExact) {

    static <T> Page<T> empty() {
        return new Page<>(List.of(), 0, true);
    }
}
