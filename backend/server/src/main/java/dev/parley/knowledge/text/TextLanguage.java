package dev.parley.knowledge.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells Russian and English by their letters and commonest words; anything else is nobody's guess. */
public final class TextLanguage {

    /** As much as it takes to tell. */
    private static final int LOOKED_AT = 20_000;

    private static final String NOT_RUSSIAN = "іїєґўјљњћђџқғңөұүһәѓќ";
    private static final Pattern WORD = Pattern.compile("[a-z']+");
    private static final Set<String> COMMON_ENGLISH = Set.of(
            "the", "of", "and", "to", "in", "is", "for", "on", "with", "you", "your", "we", "our", "are", "be", "or",
            "this", "that", "at", "by", "from", "it", "as", "can", "if", "not", "have", "will", "how", "what", "us");
    /** Of all words; in running English every third is one of them, in lists few are. */
    private static final double ENGLISH_SHARE = 0.08;

    private TextLanguage() {}

    /** @return {@code ru} or {@code en}; empty when it is neither, or not clear */
    public static Optional<String> of(String text) {
        var start = text.substring(0, Math.min(text.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
        long cyrillic = start.chars().filter(TextLanguage::isCyrillic).count();
        long latin =
                start.chars().filter(letter -> letter >= 'a' && letter <= 'z').count();
        if (cyrillic > latin / 2) { // product names in Latin do not make a Russian price list English
            long foreign = start.chars()
                    .filter(letter -> NOT_RUSSIAN.indexOf(letter) >= 0)
                    .count();
            return foreign * 200 > cyrillic ? Optional.empty() : Optional.of("ru");
        }
        return latin > 0 && isEnglish(start) ? Optional.of("en") : Optional.empty();
    }

    private static boolean isEnglish(String text) {
        var words = WORD.matcher(text).results().map(word -> word.group()).toList();
        long common = words.stream().filter(COMMON_ENGLISH::contains).count();
        return common > words.size() * ENGLISH_SHARE;
    }

    private static boolean isCyrillic(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
    }
}
