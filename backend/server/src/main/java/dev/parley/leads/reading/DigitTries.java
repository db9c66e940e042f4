package dev.parley.leads.reading;

import dev.parley.leads.reading.DigitRow.Item;
import dev.parley.leads.reading.DigitRow.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which phone number a row of numbers is: as it was said, with its corrections, or with numbers heard apart. */
final class DigitTries {

    private static final int MOST_DIGITS = 17;
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_ITEMS = 40;

    private final Function<String, Optional<String>> phone;
    private final String prefix;

    DigitTries(Function<String, Optional<String>> phone, boolean plus) {
        this.phone = phone;
        this.prefix = plus ? "+" : "";
    }

    /** @return null when it is none, or several are as likely */
    @Nullable
    String read(List<Item> items) {
        if (items.size() > MOST_ITEMS) {
            return null;
        }
        if (items.stream().anyMatch(item -> item.role() != Role.FOLLOWS)) {
            return corrected(items);
        }
        var said = digits(items);
        if (said.length() > MOST_DIGITS || said.length() < FEWEST_DIGITS - 2) {
            return null;
        }
        return number(said).or(() -> apart(items)).orElse(null);
    }

    private Optional<String> number(String digits) {
        return digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS
                ? Optional.empty()
                : phone.apply(prefix + digits);
    }

    /**
     * One of the numbers was two: "eight hundred five" may be 800 and 5. The later ones first: what a number begins with is
     * said as it is usually written.
     */
    private Optional<String> apart(List<Item> items) {
        for (int i = items.size() - 1; i >= 0; i--) {
            var likely = new LinkedHashSet<String>();
            for (var other : items.get(i).group().others()) {
                number(digits(items.subList(0, i)) + other + digits(items.subList(i + 1, items.size())))
                        .ifPresent(likely::add);
            }
            if (!likely.isEmpty()) {
                return likely.size() == 1 ? Optional.of(likely.getFirst()) : Optional.empty();
            }
        }
        return twoApart(items);
    }

    private Optional<String> twoApart(List<Item> items) {
        var likely = new LinkedHashSet<String>();
        for (int i = 0; i < items.size(); i++) {
            for (var other : items.get(i).group().others()) {
                for (int j = i + 1; j < items.size(); j++) {
                    for (var second : items.get(j).group().others()) {
                        number(digits(items.subList(0, i))
                                        + other
                                        + digits(items.subList(i + 1, j))
                                        + second
                                        + digits(items.subList(j + 1, items.size())))
                                .ifPresent(likely::add);
                    }
                }
            }
        }
        return likely.size() == 1 ? Optional.of(likely.getFirst()) : Optional.empty();
    }

    private @Nullable String corrected(List<Item> items) {
        var digits = "";
        var next = new ArrayList<Item>();
        for (int i = 0; i <= items.size(); i++) {
            var item = i < items.size() ? items.get(i) : null;
            if (item != null && item.role() == Role.FOLLOWS) {
                next.add(item);
                continue;
            }
            if (!next.isEmpty()) {
                digits = digits.isEmpty() ? digits(next) : replaced(digits, next);
                next.clear();
            }
            if (digits.isEmpty() && item != null && item.role() == Role.CORRECTS) {
                digits = "";
            }
            if (item != null && item.role() == Role.REFUSED) {
                int last = digits.lastIndexOf(item.group().digits());
                boolean following = i + 1 < items.size() && items.get(i + 1).role() == Role.FOLLOWS;
                if (following && last >= 0) {
                    digits = digits.substring(0, last);
                }
            } else if (item != null) {
                next.add(item);
            }
        }
        return number(digits).orElse(null);
    }

    /** What was said again takes the place of as many digits before it. */
    private String replaced(String digits, List<Item> next) {
        var text = digits(next);
        if (number(text).isPresent()) {
            return text;
        }
        int usual = next.getFirst().group().digits().length();
        var lengths = new LinkedHashSet<Integer>(List.of(usual, text.length()));
        for (int n = 1; n <= digits.length(); n++) {
            lengths.add(n);
        }
        for (int n : lengths) {
            if (n <= digits.length()) {
                var whole = digits.substring(0, digits.length() - n) + text;
                if (number(whole).isPresent()) {
                    return whole;
                }
            }
        }
        return usual <= digits.length() ? digits.substring(0, digits.length() - usual) + text : text;
    }

    static String digits(List<Item> items) {
        var digits = new StringBuilder();
        items.forEach(item -> digits.append(item.group().digits()));
        return digits.toString();
    }
}
