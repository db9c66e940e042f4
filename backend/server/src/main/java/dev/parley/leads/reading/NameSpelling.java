package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name's letters, in the script of the name: "s, m, y, t, h", "эм а эр", "Д как Дмитрий". */
final class NameSpelling {

    private static final Words LETTERS = Words.of("letters-of-names");
    private static final Words AS_IN = Words.of("as-in");
    private static final Words WITH = Words.of("spelled-with");
    private static final Words DOUBLE = Words.of("double-letters");
    private static final int FEWEST = 3;

    /** @param from the first token @param to the token behind the last */
    record Run(String letters, int from, int to) {}

    private NameSpelling() {}

    static List<Run> in(List<Token> tokens) {
        var runs = new ArrayList<Run>();
        int at = 0;
        while (at < tokens.size()) {
            var run = at(tokens, at);
            if (run == null) {
                at++;
            } else {
                runs.add(run);
                at = run.to();
            }
        }
        return runs;
    }

    private static @Nullable Run at(List<Token> tokens, int from) {
        var letters = new StringBuilder();
        int with = WITH.length(tokens, from);
        if (with > 0 && letter(tokens, from + with) != null || from > 0 && isWith(tokens, from)) {
            return null;
        }
        int at = from;
        int end = from;
        while (at < tokens.size()) {
            var token = tokens.get(at);
            if (token.kind() == Token.Kind.MARK && !letters.isEmpty() && ",-.–—".contains(token.text())) {
                at++;
                continue;
            }
            int filler = letters.isEmpty() || letter(tokens, at) != null ? 0 : Fillers.length(tokens, at);
            if (filler > 0) {
                if (letters.length() < FEWEST) {
                    letters.setLength(0); // "double l, so l l o y d"
                }
                at += filler;
                continue;
            }
            int times = 1;
            var twice = DOUBLE.at(tokens, at);
            if (twice != null && letter(tokens, at + twice.length()) != null) {
                times = Integer.parseInt(twice.value());
                at += twice.length();
            }
            var letter = letter(tokens, at);
            if (letter == null) {
                break;
            }
            letters.append(letter.text().repeat(times));
            at += letter.length();
            end = at;
        }
        return letters.codePointCount(0, letters.length()) < FEWEST ? null : new Run(letters.toString(), from, end);
    }

    /** "with a K": says something of a letter, and spells nothing. */
    private static boolean isWith(List<Token> tokens, int from) {
        for (int length = 1; length <= 2 && from - length >= 0; length++) {
            if (WITH.length(tokens, from - length) >= length) {
                return true;
            }
        }
        return false;
    }

    private static Letters.@Nullable Spelled letter(List<Token> tokens, int at) {
        if (at >= tokens.size() || !tokens.get(at).isWord()) {
            return null;
        }
        var token = tokens.get(at);
        var named = LETTERS.at(tokens, at);
        Letters.Spelled plain = null;
        if (named != null) {
            plain = new Letters.Spelled(named.value(), named.length(), false, false);
        } else if (token.word().length() == 1) {
            plain = new Letters.Spelled(token.text().toLowerCase(java.util.Locale.ROOT), 1, false, false);
        } else if (!token.isCyrillic()) {
            plain = Letters.at(tokens, at);
        }
        if (plain == null) {
            return null;
        }
        int next = at + plain.length();
        int as = AS_IN.length(tokens, next);
        if (as > 0
                && next + as < tokens.size()
                && tokens.get(next + as).isWord()
                && Tokens.plain(tokens.get(next + as).text())
                        .startsWith(Tokens.plain(plain.text()).substring(0, 1))) {
            return new Letters.Spelled(plain.text(), plain.length() + as + 1, false, false);
        }
        return plain;
    }
}
