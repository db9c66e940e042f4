package dev.parley.knowledge.chunks;

import java.util.ArrayList;
import java.util.List;

/** From where to where in a text. */
record Place(int start, int end) {

    /** Without the white space at its ends. */
    static Place of(String text, int start, int end) {
        int from = start;
        int to = end;
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return new Place(from, to);
    }

    int length() {
        return end - start;
    }

    boolean isEmpty() {
        return start == end;
    }

    String in(String text) {
        return text.substring(start, end);
    }

    /** Its lines that are not blank. */
    List<Place> lines(String text) {
        var lines = new ArrayList<Place>();
        int from = start;
        while (from < end) {
            int lineEnd = text.indexOf('\n', from);
            int to = lineEnd < 0 || lineEnd > end ? end : lineEnd;
            add(lines, of(text, from, to));
            from = to + 1;
        }
        return lines;
    }

    /** Pieces of at most so many characters, cut at blanks where there are any. */
    List<Place> pieces(String text, int most) {
        var pieces = new ArrayList<Place>();
        int from = start;
        while (end - from > most) {
            int to = from + most;
            int blank = lastBlank(text, from + most / 2, to);
            if (blank > 0) {
                to = blank;
            } else if (Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            add(pieces, of(text, from, to));
            from = to;
        }
        add(pieces, of(text, from, end));
        return pieces;
    }

    private static int lastBlank(String text, int low, int high) {
        for (int i = high; i > low; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static void add(List<Place> places, Place place) {
        if (!place.isEmpty()) {
            places.add(place);
        }
    }
}
