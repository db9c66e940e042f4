package dev.parley.persistence;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person types to find something again: words, or parts of them, that all have to occur, in whichever case, with
 * е for ё. A telephone number is found however it is written.
 */
public final class SearchWords {

    /** With the patterns as its parameter. The column holds small letters only, and е for ё. */
    public static final String OCCUR = "search_text like all(?)";

    private static final int MOST_CHARACTERS = 200;

    /** Seven digits at least, so that a year and a price are none; shorter parts of a number are words like others. */
    private static final Pattern TELEPHONE = Pattern.compile("(?<!\\S)\\+?\\(*\\d(?:[()\\s.-]*\\d){6,}(?!\\S)");

    private SearchWords() {}

    /**
     * @param typed null or blank: nothing is looked for
     * @return null when nothing is
     * @throws ParleyException BAD_USER_INPUT when it is too long
     */
    public static @Nullable List<String> patterns(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.length() > MOST_CHARACTERS) {
            throw new ParleyException(
                    ErrorCode.BAD_USER_INPUT, "\"search\" has at most " + MOST_CHARACTERS + " characters");
        }
        var patterns = new ArrayList<String>();
        var words = TELEPHONE.matcher(typed).replaceAll(number -> {
            patterns.add(telephone(number.group()));
            return " ";
        });
        Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::word)
                .forEach(patterns::add);
        return List.copyOf(patterns);
    }

    /** Stored numbers begin with their country's code; what people dial before it, or instead of it, is not in them. */
    private static String telephone(String number) {
        var digits = number.replaceAll("\\D", "");
        boolean russianTrunk = digits.length() == 11 && digits.startsWith("8");
        var groups = number.replaceAll("\\D+", "%").replaceFirst(russianTrunk ? "^%?8" : "^[%0]+", "");
        return "%" + groups + "%";
    }

    private static String word(String word) {
        var plain = word.toLowerCase(Locale.ROOT).replace('ё', 'е');
        return "%" + plain.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
