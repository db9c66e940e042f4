package dev.parley.knowledge.chunks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The headings above a place, cut where they are too long to stand above each chunk. */
final class HeadingPath {

    private static final int BETWEEN = 3;
    private static final Pattern MARKS =
            Pattern.compile("^#{1,6}\\s+|\\s+#+$|\\n.*|[*_`]{1,3}(?=\\S)|(?<=\\S)[*_`]{1,3}(?=\\s|$)");

    private record Entry(int level, String title) {}

    private final int most;
    private final Deque<Entry> entries = new ArrayDeque<>();

    HeadingPath(int most) {
        this.most = most;
    }

    void enter(int level, String source) {
        while (!entries.isEmpty() && entries.getLast().level() >= level) {
            entries.removeLast();
        }
        var title = MARKS.matcher(source).replaceAll("").strip();
        entries.addLast(new Entry(level, title));
    }

    /** Of the lowest; 0 above all headings. */
    int level() {
        return entries.isEmpty() ? 0 : entries.getLast().level();
    }

    /** The lowest are kept when not all fit. */
    List<String> titles() {
        var titles = new ArrayList<String>();
        int room = most - BETWEEN;
        for (var entries = this.entries.descendingIterator(); entries.hasNext() && room > 0; ) {
            var title = entries.next().title();
            if (!title.isEmpty()) {
                var cut = Place.of(title, 0, Math.min(title.length(), room)).in(title);
                titles.addFirst(cut);
                room -= cut.length() + BETWEEN;
            }
        }
        return titles;
    }

    /** What they take of a chunk. */
    int length() {
        var titles = titles();
        return titles.isEmpty()
                ? 0
                : titles.stream().mapToInt(title -> title.length() + BETWEEN).sum();
    }
}
