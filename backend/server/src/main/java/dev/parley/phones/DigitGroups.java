package dev.parley.phones;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Groups of digits with only spaces and commas between them, as speech recognition writes numbers ("415, 555, 0142") and
 * whatever follows them ("… 0145 3 pm", two numbers). The library takes such a row for one number that is too long, or for
 * none. A row is read from its first group on, and only when next to nothing of it is left over.
 */
final class DigitGroups {

    private static final Pattern ROW =
            Pattern.compile("(?<![\\p{L}\\p{Nd}\\p{Sc}+/:@_#.,-])\\+?\\p{Nd}[\\p{Nd}\\s,().-]*+");
    private static final Pattern GROUP = Pattern.compile("[^\\s,]*\\p{Nd}[^\\s,]*");
    private static final Pattern DATE =
            Pattern.compile("\\p{Nd}{4}-\\p{Nd}{1,2}-\\p{Nd}{1,2}|\\p{Nd}{1,2}([.-])\\p{Nd}{1,2}\\1\\p{Nd}{2,4}");

    /** 2,125,550,142 is an amount. */
    private static final Pattern THOUSANDS =
            Pattern.compile("(?<!\\p{Nd})[1-9]\\p{Nd}{0,2}(,\\p{Nd}{3}){2,}(?!,?\\p{Nd})");

    private static final int MOST_ROWS = 50;
    private static final int MOST_GROUPS = 32;
    private static final int MOST_DIGITS = 17;

    /** An hour, a floor, an extension. */
    private static final int MOST_LEFT_OVER = 4;

    private final String text;
    private final PhoneRegions regions;
    private final List<MatchResult> groups;

    private DigitGroups(String text, PhoneRegions regions, List<MatchResult> groups) {
        this.text = text;
        this.regions = regions;
        this.groups = groups;
    }

    /** The numbers in rows that have none of those known already. */
    static List<FoundPhone> read(String text, PhoneRegions regions, List<FoundPhone> known) {
        var found = new ArrayList<FoundPhone>();
        ROW.matcher(text)
                .results()
                .filter(row -> known.stream().noneMatch(one -> one.overlaps(row.start(), row.end())))
                .limit(MOST_ROWS)
                .forEach(row -> found.addAll(read(text, regions, row)));
        return found;
    }

    private static List<FoundPhone> read(String text, PhoneRegions regions, MatchResult row) {
        if (THOUSANDS.matcher(row.group()).find()) {
            return List.of();
        }
        var groups = GROUP.matcher(text)
                .region(row.start(), row.end())
                .results()
                .limit(MOST_GROUPS + 1L)
                .toList();
        if (groups.size() > MOST_GROUPS
                || groups.stream().anyMatch(group -> DATE.matcher(group.group()).find())) {
            return List.of();
        }
        var best = new DigitGroups(text, regions, groups).best();
        return best.leftOver() <= MOST_LEFT_OVER ? best.numbers() : List.of();
    }

    /** Numbers one after the other from some group on, and how many digits follow the last of them. */
    private record Reading(List<FoundPhone> numbers, int leftOver) {

        boolean isBetterThan(Reading other) {
            return leftOver != other.leftOver ? leftOver < other.leftOver : numbers.size() < other.numbers.size();
        }

        Reading after(FoundPhone number) {
            var all = new ArrayList<FoundPhone>();
            all.add(number);
            all.addAll(numbers);
            return new Reading(all, leftOver);
        }
    }

    /** From the last group backwards, so that each beginning is read once. */
    private Reading best() {
        var readings = new Reading[groups.size() + 1];
        readings[groups.size()] = new Reading(List.of(), 0);
        for (int from = groups.size() - 1; from >= 0; from--) {
            readings[from] = new Reading(List.of(), digits(from, groups.size()));
            for (int to = from + 1; to <= groups.size() && digits(from, to) <= MOST_DIGITS; to++) {
                var number = number(from, to);
                if (number != null && readings[to].after(number).isBetterThan(readings[from])) {
                    readings[from] = readings[to].after(number);
                }
            }
        }
        return readings[0];
    }

    private @Nullable FoundPhone number(int from, int to) {
        int start = groups.get(from).start();
        var quote = text.substring(start, groups.get(to - 1).end());
        return PhoneNumbers.e164(quote, regions)
                .map(number -> new FoundPhone(number, quote, start))
                .orElse(null);
    }

    private int digits(int from, int to) {
        return groups.subList(from, to).stream()
                .mapToInt(group -> (int)
                        group.group().codePoints().filter(Character::isDigit).count())
                .sum();
    }
}
