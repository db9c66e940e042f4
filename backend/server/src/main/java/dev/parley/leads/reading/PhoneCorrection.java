package dev.parley.leads.reading;

import dev.parley.leads.reading.DigitRow.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a number right by what was said of a part of it: "fifteen not fifty", "на конце сорок три", "не семь, а восемь". */
final class PhoneCorrection {

    private static final Words NOT = Words.of("not");
    private static final Words END = Words.of("at-the-end");
    private static final Words START = Words.of("at-the-beginning");
    private static final int MOST_DIGITS = 7;

    private final String number;
    private final List<String> groups;
    private final Function<String, Optional<String>> phone;
    private boolean atTheEnd;

    private PhoneCorrection(String number, List<String> groups, Function<String, Optional<String>> phone) {
        this.number = number;
        this.groups = groups;
        this.phone = phone;
    }

    /**
     * @param number E.164
     * @param groups as it was said
     * @return empty when nothing was corrected, or nobody knows what
     */
    static Optional<Found> of(
            String number, List<String> groups, List<Token> tokens, Function<String, Optional<String>> phone) {
        return new PhoneCorrection(number, groups, phone).read(tokens);
    }

    private Optional<Found> read(List<Token> tokens) {
        int at = 0;
        while (at < tokens.size()) {
            int last = END.length(tokens, at);
            if (last > 0) {
                atTheEnd = true;
                at += last;
                continue;
            }
            var row = DigitRow.at(tokens, at);
            if (row == null) {
                at++;
                continue;
            }
            var value = corrected(tokens, row);
            if (value != null && !value.equals(number)) {
                var said = Decoding.said(tokens, row.from(), row.to());
                return Optional.of(new Found(
                        value,
                        row.from(),
                        row.to(),
                        regrouped(value),
                        false,
                        List.of(number, "«" + said + "»", "= " + value)));
            }
            at = row.to();
        }
        return Optional.empty();
    }

    private @Nullable String corrected(List<Token> tokens, DigitRow row) {
        var before = tokens.subList(Math.max(0, row.from() - 5), row.from());
        boolean end = atTheEnd
                || END.anyIn(before)
                || END.anyIn(tokens.subList(row.to(), Math.min(tokens.size(), row.to() + 4)));
        boolean start = START.anyIn(before);
        var items = row.items();
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i).role() == Role.REFUSED) {
                return exchanged(
                        DigitTries.digits(items.subList(i, pause(items, i))),
                        DigitTries.digits(items.subList(0, i)),
                        end);
            }
        }
        if (items.size() > 1 && isRefused(tokens, row.from())) {
            int pause = pause(items, 0);
            int wrong = pause < items.size() ? pause : 1;
            return exchanged(
                    DigitTries.digits(items.subList(0, wrong)),
                    DigitTries.digits(items.subList(wrong, items.size())),
                    end);
        }
        if (isRefused(tokens, row.from())) {
            return null;
        }
        var digits = DigitTries.digits(items);
        if (digits.length() > MOST_DIGITS) {
            return null;
        }
        if (end) {
            return tail(digits);
        }
        return start ? head(digits) : alike(digits);
    }

    private static int pause(List<DigitRow.Item> items, int from) {
        int to = from + 1;
        while (to < items.size() && !items.get(to).pause() && items.get(to).role() == Role.FOLLOWS) {
            to++;
        }
        return to;
    }

    private static boolean isRefused(List<Token> tokens, int from) {
        for (int length = 1; length <= 2 && from - length >= 0; length++) {
            if (NOT.length(tokens, from - length) == length) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String exchanged(String wrong, String right, boolean end) {
        int group = groups.indexOf(wrong);
        if (group >= 0 && group == groups.lastIndexOf(wrong) || group >= 0 && end) {
            var changed = new ArrayList<>(groups);
            changed.set(groups.lastIndexOf(wrong), right);
            var value = phone.apply(String.join("", changed)).orElse(null);
            if (value != null) {
                return value;
            }
        }
        int last = number.lastIndexOf(wrong);
        boolean once = last > 0 && number.indexOf(wrong, 1) == last;
        return once || last > 0 && (end || wrong.length() > 1)
                ? valid(number.substring(0, last) + right + number.substring(last + wrong.length()))
                : null;
    }

    private @Nullable String tail(String digits) {
        return digits.length() < number.length() - 1
                ? valid(number.substring(0, number.length() - digits.length()) + digits)
                : null;
    }

    private @Nullable String head(String digits) {
        for (int from = 2; from <= 4 && from + digits.length() < number.length(); from++) {
            var value = valid(number.substring(0, from) + digits + number.substring(from + digits.length()));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The place where most of the digits are the same; two such places are none. */
    private @Nullable String alike(String digits) {
        if (digits.length() < 2) {
            return null;
        }
        int best = digits.length();
        String value = null;
        for (int from = number.length() - digits.length(); from > 1; from--) {
            int distance = different(number.substring(from, from + digits.length()), digits);
            boolean tail = from + digits.length() == number.length();
            var changed = valid(number.substring(0, from) + digits + number.substring(from + digits.length()));
            if (changed != null && (distance < best || tail)) {
                best = distance;
                value = changed;
            }
        }
        return value;
    }

    private static int different(String one, String other) {
        int n = 0;
        for (int i = 0; i < one.length(); i++) {
            n += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return n;
    }

    private @Nullable String valid(String e164) {
        return phone.apply(e164).filter(e164::equals).orElse(null);
    }

    private static List<String> regrouped(String value) {
        return List.of(value.substring(1));
    }
}
