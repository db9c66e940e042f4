package dev.parley.admin.knowledge;

import org.jspecify.annotations.Nullable;

/** As much of a long text as a browser shows at once: cut before a paragraph, or at least before a line. */
record TextPart(String whole, int start, int end) {

    private static final int MOST = 60_000;

    /** The part with this place in it. */
    static TextPart with(String whole, int place) {
        var part = new TextPart(whole, 0, end(whole, 0));
        while (part.end < whole.length() && part.end <= place) {
            part = new TextPart(whole, part.end, end(whole, part.end));
        }
        return part;
    }

    /** Where the part before begins; null: this is the first. */
    @Nullable
    Integer before() {
        return start == 0 ? null : with(whole, start - 1).start();
    }

    /** Where the next part begins; null: this is the last. */
    @Nullable
    Integer after() {
        return end == whole.length() ? null : end;
    }

    String text() {
        return whole.substring(start, end);
    }

    /** The same place, counted from the beginning of this part. */
    @Nullable
    Place inside(@Nullable Place place) {
        return place == null ? null : new Place(place.start() - start, place.end() - start);
    }

    private static int end(String whole, int start) {
        int most = start + MOST;
        if (most >= whole.length()) {
            return whole.length();
        }
        int paragraph = whole.lastIndexOf("\n\n", most - 2);
        int line = whole.lastIndexOf('\n', most - 1);
        if (paragraph > start) {
            return paragraph + 2;
        }
        return line > start ? line + 1 : most;
    }
}
