package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name of a person at some place.
 *
 * @param words as they were said, without titles
 * @param known whether one of them is a usual given name
 * @param from its first token
 * @param to the token behind its last
 */
record PersonName(List<String> words, boolean known, int from, int to) {

    private static final Words GIVEN = Words.of("given-names");
    private static final Words TITLES = Words.of("titles");
    private static final Words PARTICLES = Words.of("name-particles");
    private static final Words COMMON = Words.of("common");
    private static final Words NO_NAMES = Words.of("not-names");
    private static final Words SURNAMES = Words.of("surname-endings");
    private static final Words AFTER = Words.of("after-names");
    private static final int MOST_WORDS = 4;
    private static final int LONGEST_ENDING = 5;

    /**
     * The name that begins here.
     *
     * @param cased whether names are written with capitals in this call
     * @param sure whether a word that nobody knows may be a name here
     */
    static @Nullable PersonName at(List<Token> tokens, int start, boolean cased, boolean sure) {
        int from = start;
        if (start > 0 && tokens.get(start - 1).isMark("-") && isGlued(tokens, start)) {
            return null; // "x-ray"
        }
        while (TITLES.length(tokens, from) > 0) {
            from += TITLES.length(tokens, from);
            from += from < tokens.size() && tokens.get(from).isMark(".") ? 1 : 0;
        }
        var words = new ArrayList<String>();
        boolean known = false;
        int at = from;
        while (at < tokens.size() && words.size() < MOST_WORDS) {
            int particle = words.isEmpty() || !hasWord(tokens, at + PARTICLES.length(tokens, at))
                    ? 0
                    : PARTICLES.length(tokens, at);
            for (int i = 0; i < particle; i++) {
                words.add(tokens.get(at + i).text());
            }
            if (particle > 0) {
                at += particle;
                continue;
            }
            boolean given = GIVEN.isAt(tokens, at);
            if (!isPart(tokens, at, cased, sure, given, words, known)) {
                break;
            }
            known |= given;
            int end = hyphenated(tokens, at);
            words.add(written(tokens, at, end, cased));
            at = end;
            if (at + 1 < tokens.size()
                    && tokens.get(at).isMark(".")
                    && words.getLast().length() == 1) {
                at++;
            }
        }
        return words.isEmpty() || words.stream().allMatch(word -> word.length() < 2)
                ? null
                : new PersonName(List.copyOf(words), known, from, at);
    }

    private static boolean isGlued(List<Token> tokens, int at) {
        return at < tokens.size()
                && tokens.get(at).glued()
                && tokens.get(at - 1).glued();
    }

    private static boolean hasWord(List<Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at).isWord() && !COMMON.isAt(tokens, at);
    }

    private static boolean isPart(
            List<Token> tokens, int at, boolean cased, boolean sure, boolean given, List<String> words, boolean known) {
        var token = tokens.get(at);
        if (!token.isWord() || AFTER.isAt(tokens, at)) {
            return false;
        }
        boolean excluded = NO_NAMES.isAt(tokens, at) || COMMON.isAt(tokens, at) || Fillers.length(tokens, at) > 0;
        boolean capital = token.isCapitalised();
        if (given) {
            return !cased || capital || !excluded;
        }
        if (excluded
                || Numbers.isAt(tokens, at) && !capital
                || Letters.at(tokens, at) != null && token.word().length() == 1 && !(capital && cased)) {
            return false;
        }
        if (Pieces.SIGNS.isAt(tokens, at) || Pieces.AT.isAt(tokens, at) || Pieces.FIX.isAt(tokens, at)) {
            return false;
        }
        if (cased) {
            return capital;
        }
        if (words.isEmpty()) {
            return sure && token.word().length() > 2;
        }
        return token.isCyrillic()
                ? isSurname(token.word()) || sure && words.size() == 1
                : words.size() < (known ? 2 : 1) + 1;
    }

    private static boolean isSurname(String word) {
        for (int n = 2; n <= LONGEST_ENDING && n < word.length() - 1; n++) {
            if (SURNAMES.value(word.substring(word.length() - n)) != null) {
                return true;
            }
        }
        return false;
    }

    private static int hyphenated(List<Token> tokens, int at) {
        int end = at + 1;
        while (end + 1 < tokens.size()
                && tokens.get(end).isMark("-")
                && tokens.get(end).glued()
                && tokens.get(end + 1).isWord()
                && tokens.get(end + 1).glued()
                && tokens.get(end + 1).word().length() > 1) {
            end += 2;
        }
        return end;
    }

    private static String written(List<Token> tokens, int from, int to, boolean cased) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(tokens.get(i).isWord() ? capitalised(tokens.get(i).text(), cased) : "-");
        }
        return text.toString();
    }

    /** "o'brien" is O'Brien, "mcdonald" McDonald; "MacLeod" stays, "SMITH" does not. */
    static String capitalised(String word, boolean cased) {
        var lower = word.toLowerCase(java.util.Locale.ROOT);
        boolean shouted = word.length() > 1 && word.equals(word.toUpperCase(java.util.Locale.ROOT));
        var text = cased && !shouted && Character.isUpperCase(word.codePointAt(0)) ? word : lower;
        int apostrophe = text.indexOf('\'');
        if (apostrophe == 1 && text.length() > 3) {
            text = text.substring(0, 2) + Character.toUpperCase(text.charAt(2)) + text.substring(3);
        }
        if (text.startsWith("mc") && text.length() > 4) {
            text = "Mc" + Character.toUpperCase(text.charAt(2)) + text.substring(3);
        }
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
