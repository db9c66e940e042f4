package dev.parley.knowledge.chunks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides the units of a section into chunks. What is too long is cut in two, somewhere in its middle half, at the best place
 * there is; of equally good ones at the one whose next words have the least hash. So the place depends on those words and hardly on
 * lengths: when a paragraph changes, the same cuts are found again around it.
 */
final class Division {

    /** Indices of the first and the last unit. */
    record Range(int first, int last) {}

    private static final int WORDS_HASHED = 24;

    private final String text;
    private final List<Unit> units;
    private final int mostCharacters;
    private final List<Range> ranges = new ArrayList<>();

    private Division(String text, List<Unit> units, int mostCharacters) {
        this.text = text;
        this.units = units;
        this.mostCharacters = mostCharacters;
    }

    static List<Range> of(String text, List<Unit> units, int mostCharacters) {
        var division = new Division(text, units, mostCharacters);
        if (!units.isEmpty()) {
            division.divide(0, units.size() - 1);
        }
        return division.ranges;
    }

    /** Not deep: each half has at least a quarter of the whole, or is a few units. */
    private void divide(int first, int last) {
        if (first == last || length(first, last) <= mostCharacters) {
            ranges.add(new Range(first, last));
            return;
        }
        int cut = cut(first, last);
        divide(first, cut - 1);
        divide(cut, last);
    }

    private int length(int first, int last) {
        var begin = units.get(first);
        return begin.lead().length() + units.get(last).end() - begin.start();
    }

    /** @return the unit before which to cut */
    private int cut(int first, int last) {
        int start = units.get(first).start();
        int length = units.get(last).end() - start;
        int from = firstFrom(start + length / 4, first + 1, last);
        int to = firstFrom(start + length / 4 * 3, first + 1, last);
        if (to > from && units.get(to).start() > start + length / 4 * 3) {
            to--;
        }
        if (from > first + 1 && units.get(from).start() > start + length / 4 * 3) {
            from--; // nothing begins in the middle: one of the two around it
        }
        return IntStream.rangeClosed(from, to)
                .boxed()
                .min(Comparator.comparing((Integer unit) -> units.get(unit).cut())
                        .thenComparing(unit -> hash(units.get(unit))))
                .orElse(from);
    }

    /** The first unit of those that begins at a place or behind it; the last of them when none does. */
    private int firstFrom(int place, int low, int high) {
        int from = low;
        int to = high;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (units.get(middle).start() < place) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Spread by a multiplication: words that differ in their last letter are far apart. */
    private int hash(Unit unit) {
        int end = Math.min(unit.end(), unit.start() + WORDS_HASHED);
        int hash = text.substring(unit.start(), end).hashCode() * 0x9E3779B1;
        return hash ^ hash >>> 15;
    }
}
