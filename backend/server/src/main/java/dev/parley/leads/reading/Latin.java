package dev.parley.leads.reading;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How words of other scripts are usually written in addresses. */
final class Latin {

    private static final Words SPELLED = Words.of("spelled-letters");
    private static final Words NAMES = Words.of("latin-names");
    private static final Words WORDS = Words.of("latin-words");
    private static final Map<String, String> ENDING = Words.of("latin-endings").single();
    private static final Map<String, String> LETTER =
            Words.of("transliteration").single();
    private static final int LONGEST_ENDING = 3;

    /** Letters that people write in more than one way. */
    private static final Pattern SEVERAL_WAYS = Pattern.compile("[жхцщйэюяыьъ]|кс|е(?=[аеио])|(?<=[аеиоуьъ])е|^е");

    private Latin() {}

    record Written(String text, boolean unsure) {}

    /** @param word in small letters */
    static Written of(String word) {
        if (word.codePoints().allMatch(c -> c < 128)) {
            return new Written(word, false);
        }
        var known = NAMES.value(word);
        if (known == null) {
            known = WORDS.value(word);
        }
        if (known != null) {
            return new Written(known, SEVERAL_WAYS.matcher(word).find());
        }
        int length = word.length();
        for (int n = LONGEST_ENDING; n > 1; n--) {
            var ending = length > n ? ENDING.get(word.substring(length - n)) : null;
            if (ending != null) {
                return new Written(letters(word.substring(0, length - n)) + ending, true);
            }
        }
        return new Written(letters(word), SEVERAL_WAYS.matcher(word).find());
    }

    /** @return null when the letter has no Latin one */
    static @Nullable String letter(String letter) {
        return letter.length() == 1 && letter.charAt(0) < 128 ? letter : SPELLED.value(letter);
    }

    private static String letters(String word) {
        var text = new StringBuilder();
        word.codePoints().forEach(c -> {
            var one = Character.toString(c);
            text.append(c < 128 ? one : LETTER.getOrDefault(one, one));
        });
        return text.toString();
    }
}
