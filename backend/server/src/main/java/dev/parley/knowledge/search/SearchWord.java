package dev.parley.knowledge.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A word of a text, and where it stands there.
 *
 * @param form as the database keeps it: small letters, е for ё
 */
record SearchWord(String form, int start, int end) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    static Stream<SearchWord> of(String text) {
        return WORD.matcher(text).results().map(SearchWord::of);
    }

    /** Each form once, in the order of the text. */
    static List<String> forms(String text, int most) {
        return of(Normalizer.normalize(text, Normalizer.Form.NFC))
                .map(SearchWord::form)
                .filter(form -> form.length() <= LONGEST)
                .distinct()
                .limit(most)
                .toList();
    }

    /** Longer ones are not kept. */
    private static final int LONGEST = 60;

    private static SearchWord of(MatchResult found) {
        return new SearchWord(found.group().toLowerCase(Locale.ROOT).replace('ё', 'е'), found.start(), found.end());
    }
}
