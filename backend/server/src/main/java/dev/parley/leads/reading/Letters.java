package dev.parley.leads.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads letters as they are spelled: "эн", "double u", "d as in david", "Д как Дмитрий", "two n's". */
final class Letters {

    private static final Words NAMES = Words.of("letters");
    private static final Words WEAK = Words.of("letters-and-words");
    private static final Words LIKE = Words.of("letter-remarks");
    private static final Words AS_IN = Words.of("as-in");
    private static final Words DOUBLE = Words.of("double-letters");
    private static final Words LETTER = Words.of("letter-word");

    /**
     * A letter, or the same one several times.
     *
     * @param length in tokens
     * @param weak whether it may be a word as well
     */
    record Spelled(String text, int length, boolean weak, boolean unsure) {}

    private Letters() {}

    static @Nullable Spelled at(List<Token> tokens, int from) {
        var doubled = DOUBLE.at(tokens, from);
        if (doubled != null) {
            var one = single(tokens, from + doubled.length());
            var name = NAMES.at(tokens, from);
            if (one != null && (name == null || name.length() < doubled.length() + one.length())) {
                return new Spelled(
                        one.text().repeat(Integer.parseInt(doubled.value())),
                        doubled.length() + one.length(),
                        false,
                        one.unsure());
            }
        }
        return single(tokens, from);
    }

    private static @Nullable Spelled single(List<Token> tokens, int start) {
        int from = start + LETTER.length(tokens, start);
        var plain = plain(tokens, from);
        if (plain == null) {
            return null;
        }
        int next = from + plain.length();
        if (next < tokens.size() && tokens.get(next).isMark(",")) {
            next++;
        }
        var remark = LIKE.at(tokens, next);
        if (remark != null) {
            return new Spelled(remark.value(), next + remark.length() - start, false, false);
        }
        int as = AS_IN.length(tokens, next);
        if (as > 0 && next + as < tokens.size() && begins(tokens.get(next + as), tokens.get(from), plain)) {
            return new Spelled(plain.text(), next + as + 1 - start, false, plain.unsure());
        }
        boolean weak = plain.weak() && from == start;
        return new Spelled(plain.text(), plain.length() + from - start, weak, plain.unsure());
    }

    /** "d for delta", but not "a for effort" when the letter is another one. */
    private static boolean begins(Token word, Token letter, Spelled plain) {
        return word.isWord()
                && (word.word().startsWith(letter.word().substring(0, 1))
                        || Latin.of(word.word()).text().startsWith(plain.text())
                        || word.word().startsWith(plain.text()));
    }

    private static @Nullable Spelled plain(List<Token> tokens, int from) {
        if (from >= tokens.size()) {
            return null;
        }
        var name = NAMES.at(tokens, from);
        if (name != null) {
            return new Spelled(name.value(), name.length(), name.length() == 1 && WEAK.isAt(tokens, from), false);
        }
        var word = tokens.get(from).word();
        if (!tokens.get(from).isWord()) {
            return null;
        }
        var letter = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        if (letter.codePointCount(0, letter.length()) != 1) {
            return null;
        }
        var latin = Latin.letter(letter);
        return latin == null
                ? null
                : new Spelled(
                        latin, 1, WEAK.isAt(tokens, from), letter.charAt(0) > 127 && "хжцюяйьъэщ".contains(letter));
    }
}
