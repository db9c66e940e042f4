package dev.parley.leads.reading;

import dev.parley.leads.reading.DigitRow.Item;
import dev.parley.leads.reading.DigitRow.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads phone numbers, written and said. What is one, the given function decides. */
final class PhoneReader {

    private static final Words UNITS = Words.of("units");
    private static final int FEWEST_DIGITS = 5;
    private static final int MOST_DIGITS = 64;
    private static final int FEWEST_WITH_A_COUNTRY = 11;
    private static final int MOST_WITH_A_COUNTRY = 15;
    private static final int MOST_NUMBERS = 20;
    private static final int MOST_LEFT_OVER = 4;

    private final List<Token> tokens;
    private final Function<String, Optional<String>> phone;
    private final List<Found> found = new ArrayList<>();

    private PhoneReader(List<Token> tokens, Function<String, Optional<String>> phone) {
        this.tokens = tokens;
        this.phone = phone;
    }

    /** @param phone the E.164 of digits, with + or without; empty when they are no phone number */
    static List<Found> read(List<Token> tokens, List<Found> others, Function<String, Optional<String>> phone) {
        var reader = new PhoneReader(tokens, phone);
        int at = 0;
        int next = 0;
        while (at < tokens.size() && reader.found.size() < MOST_NUMBERS) {
            while (next < others.size() && others.get(next).to() <= at) {
                next++;
            }
            if (next < others.size() && others.get(next).from() <= at) {
                at = others.get(next).to();
                continue;
            }
            var row = DigitRow.at(tokens, at);
            if (row == null) {
                at++;
                continue;
            }
            if (!row.isEndless()) {
                reader.take(row);
            }
            at = row.to();
        }
        return reader.found;
    }

    private void take(DigitRow row) {
        var items = withoutCounted(row);
        int digits =
                items.stream().mapToInt(item -> item.group().digits().length()).sum();
        if (digits < FEWEST_DIGITS || digits > MOST_DIGITS || Figures.areOther(tokens, items)) {
            return;
        }
        int start = 0;
        boolean plus = row.plus();
        boolean any = false;
        while (start < items.size()) {
            var reading = reading(items, start, plus);
            if (reading == null) {
                break;
            }
            add(items.subList(start, reading.items()), reading.value());
            any = true;
            start = reading.items();
            plus = false;
        }
        var whole = items;
        var abroad = any || row.plus() ? null : abroad(items);
        if (!any && abroad == null && items.size() > 1 && items.get(1).pause()) { // "it's a UK one, 44 …"
            items = items.subList(1, items.size());
            abroad = row.plus() ? null : abroad(items);
        }
        if (abroad != null) {
            found.add(new Found(
                    abroad, items.getFirst().from(), items.getLast().to(), groups(items), true, steps(items, abroad)));
        } else if (!any) {
            var last = whole.getLast();
            found.add(new Found(null, row.from(), last.to(), groups(whole), false, steps(whole, null)));
        }
    }

    /** With its country code, but without the plus: "44 20 7946 0958". Only words around it tell that it is a phone number. */
    private @Nullable String abroad(List<Item> items) {
        var digits = DigitTries.digits(items);
        boolean plain = items.stream().allMatch(item -> item.role() == Role.FOLLOWS);
        return plain && digits.length() >= FEWEST_WITH_A_COUNTRY && digits.length() <= MOST_WITH_A_COUNTRY
                ? phone.apply("+" + digits).orElse(null)
                : null;
    }

    /** @param items the item behind its last */
    private record Reading(String value, int items) {}

    private @Nullable Reading reading(List<Item> items, int start, boolean plus) {
        var tries = new DigitTries(phone, plus);
        Reading best = null;
        for (int from = start; from < items.size() && best == null; from++) {
            if (from > start && (!items.get(from).pause() || length(items, start, from) > 3)) {
                continue;
            }
            for (int end = items.size(); end > from && best == null; end--) {
                var value = end < items.size() && isBadEnd(items, end) ? null : tries.read(items.subList(from, end));
                best = value == null ? null : new Reading(value, end);
            }
        }
        return best;
    }

    /** More digits than the number has, without a pause: somebody misspoke, or the number is another one. */
    private boolean isBadEnd(List<Item> items, int end) {
        var next = items.get(end);
        int left = length(items, end, items.size());
        return left <= MOST_LEFT_OVER
                && !next.pause()
                && next.role() == Role.FOLLOWS
                && next.group().spoken()
                && !isWordBehind(items.getLast());
    }

    private boolean isWordBehind(Item last) {
        return last.to() < tokens.size() && tokens.get(last.to()).isWord();
    }

    private static int length(List<Item> items, int from, int to) {
        return items.subList(from, to).stream()
                .mapToInt(item -> item.group().digits().length())
                .sum();
    }

    /** "… 43 20 rubles", "… 0145 3 pm": the last number counts something else. */
    private List<Item> withoutCounted(DigitRow row) {
        int next = row.to();
        boolean counted = next < tokens.size()
                && (UNITS.isAt(tokens, next) || isTime(next) || tokens.get(next).isMark("%"));
        var items = row.items();
        return counted ? items.subList(0, items.size() - 1) : items;
    }

    private boolean isTime(int next) {
        return tokens.get(next).isMark(":")
                && next + 1 < tokens.size()
                && tokens.get(next + 1).kind() == Token.Kind.DIGITS
                && tokens.get(next + 1).glued();
    }

    private void add(List<Item> items, String value) {
        int from = items.getFirst().from();
        while (from > 0
                && (tokens.get(from - 1).isMark("+") || tokens.get(from - 1).isMark("("))) {
            from--;
        }
        found.add(new Found(value, from, items.getLast().to(), groups(items), false, steps(items, value)));
    }

    private static List<String> groups(List<Item> items) {
        return items.stream().map(item -> item.group().digits()).toList();
    }

    private List<String> steps(List<Item> items, @Nullable String value) {
        var steps = new ArrayList<String>();
        if (items.stream().anyMatch(item -> item.group().spoken())) {
            items.stream()
                    .limit(40)
                    .map(item -> Decoding.said(tokens, item.from(), item.to()) + " → "
                            + item.group().digits())
                    .forEach(steps::add);
        } else {
            steps.add(items.stream().map(item -> item.group().digits()).collect(Collectors.joining(" ")));
        }
        steps.add("= " + (value == null ? "?" : value));
        return List.copyOf(steps);
    }
}
