package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a turn into tokens, from left to right and once. */
final class Tokens {

    private Tokens() {}

    static List<Token> of(String text) {
        return of(0, text, 0, text.length());
    }

    /** The tokens between two places of a turn's text. */
    static List<Token> of(int turn, String text, int from, int to) {
        var tokens = new ArrayList<Token>();
        boolean glued = from > 0;
        int at = from;
        while (at < to) {
            int c = text.codePointAt(at);
            if (isSpace(c)) {
                glued = false;
                at += Character.charCount(c);
                continue;
            }
            var kind = kind(c);
            int end = end(text, at, to, kind);
            var written = text.substring(at, end);
            tokens.add(new Token(written, plain(written, kind), kind, glued, turn, at, end));
            glued = true;
            at = end;
        }
        return tokens;
    }

    /** As the words of the data files are compared. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replace('’', '\'')
                .replace('ʼ', '\'')
                .replace('`', '\'');
    }

    private static String plain(String written, Token.Kind kind) {
        if (kind != Token.Kind.DIGITS) {
            return plain(written);
        }
        var digits = new StringBuilder();
        written.codePoints().forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }

    private static Token.Kind kind(int c) {
        if (Character.isLetter(c)) {
            return Token.Kind.WORD;
        }
        return Character.isDigit(c) ? Token.Kind.DIGITS : Token.Kind.MARK;
    }

    private static int end(String text, int from, int to, Token.Kind kind) {
        int at = from + Character.charCount(text.codePointAt(from));
        while (kind != Token.Kind.MARK && at < to) {
            int c = text.codePointAt(at);
            boolean within = kind == Token.Kind.DIGITS
                    ? Character.isDigit(c)
                    : Character.isLetter(c)
                            || Character.getType(c) == Character.NON_SPACING_MARK
                            || isApostrophe(c) && at + 1 < to && Character.isLetter(text.codePointAt(at + 1));
            if (!within) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == 'ʼ' || c == '`';
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL;
    }
}
