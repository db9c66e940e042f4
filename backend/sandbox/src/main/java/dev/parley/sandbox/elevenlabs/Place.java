package dev.parley.sandbox.elevenlabs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/** Where a conversation stands in the list. Written as a cursor, it stays good whatever is added or changed. */
record Place(long startTime, String conversationId) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::startTime).thenComparing(Place::conversationId);

    static Place of(Row row) {
        return new Place(row.startTime(), row.conversationId());
    }

    static Optional<Place> fromCursor(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            return space < 0
                    ? Optional.empty()
                    : Optional.of(new Place(Long.parseLong(text.substring(0, space)), text.substring(space + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String toCursor() {
        var text = startTime + " " + conversationId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
