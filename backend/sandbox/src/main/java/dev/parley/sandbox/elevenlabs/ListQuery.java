package dev.parley.sandbox.elevenlabs;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** Which part of the conversations a request wants. */
record ListQuery(ListFilter filter, boolean isAscending, Optional<Place> after, int pageSize, boolean withSummaries) {

    private static final List<String> DIRECTIONS = List.of("asc", "desc");
    private static final List<String> SUMMARY_MODES = List.of("exclude", "include");

    /**
     * @throws InvalidParameterException when a parameter is not as described
     * @throws InvalidCursorException when the cursor is none of ours
     */
    static ListQuery of(Parameters parameters) {
        var direction = parameters.oneOf("sort_direction", DIRECTIONS).orElse("desc");
        return new ListQuery(
                ListFilter.of(parameters),
                direction.equals("asc"),
                parameters.text("cursor").map(cursor -> Place.fromCursor(cursor)
                        .orElseThrow(InvalidCursorException::new)),
                parameters.integer("page_size", 1, 100).orElse(30L).intValue(),
                parameters
                        .oneOf("summary_mode", SUMMARY_MODES)
                        .orElse("exclude")
                        .equals("include"));
    }

    /** @param conversations oldest first */
    Listing take(NavigableMap<Place, Recorded> conversations) {
        var ordered = isAscending ? conversations : conversations.descendingMap();
        var rest = after.isPresent() ? ordered.tailMap(after.get(), false) : ordered;
        var page = new ArrayList<Recorded>();
        for (var conversation : rest.values()) {
            if (filter.accepts(conversation.row())) {
                if (page.size() == pageSize) {
                    return new Listing(page, true);
                }
                page.add(conversation);
            }
        }
        return new Listing(page, false);
    }
}
