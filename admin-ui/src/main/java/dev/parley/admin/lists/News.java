package dev.parley.admin.lists;

/**
 * What an event tells of a row, and what the list's filter makes of it.
 *
 * @param created it came into being; else it changed
 * @param fits whether the filter shows it
 * @param exact whether the server would say the same
 * @param everything whether the filter shows all rows there are
 */
record News<T>(T row, boolean created, boolean fits, boolean exact, boolean everything) {

    static <T> News<T> of(T row, boolean created, ListFilter<T> filter) {
        return new News<>(row, created, filter.shows(row), filter.isExact(), filter.isEverything());
    }
}
