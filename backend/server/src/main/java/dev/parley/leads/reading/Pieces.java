package dev.parley.leads.reading;

import dev.parley.leads.reading.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads tokens as parts of an address: words, letters, digits, signs by name. */
final class Pieces {

    static final Words AT = Words.of("at-sign");
    static final Words SIGNS = Words.of("signs");
    static final Words SILENT = Words.of("how-it-is-written");
    static final Words FIX = Words.of("corrections");
    private static final Words NOT_HEARD = Words.of("not-heard");
    private static final Words BETWEEN = Words.of("joined-with");
    private static final Words ALPHABET = Words.of("alphabet");
    private static final Words COMMON = Words.of("common");
    private static final Words NAMES = Words.of("given-names");
    private static final Set<String> HARD = Set.of("?", "!", ":", ";", "…");
    private static final int SPELLED_WITH_WORDS = 3;
    private static final int MOST_TOKENS_OF_AN_ADDRESS = 128;

    private Pieces() {}

    static List<Piece> of(List<Token> tokens, int from, int to) {
        var pieces = new ArrayList<Piece>();
        int at = from;
        while (at < to) {
            int silent = silent(tokens, at);
            if (silent > 0) {
                at += silent;
                continue;
            }
            var piece = piece(tokens, at);
            if (piece != null) {
                pieces.add(piece);
                at = piece.to();
            } else {
                at++;
            }
        }
        return spelledWithWords(tokens, pieces);
    }

    private static int silent(List<Token> tokens, int at) {
        int silent = SILENT.length(tokens, at);
        if (silent > 0 || Letters.at(tokens, at) != null && isSpelledBeside(tokens, at)) {
            return silent;
        }
        return Fillers.length(tokens, at);
    }

    private static boolean isSpelledBeside(List<Token> tokens, int at) {
        var letter = Letters.at(tokens, at);
        int next = letter == null ? at : at + letter.length();
        while (next < tokens.size() && tokens.get(next).isMark(",")) {
            next++;
        }
        return Letters.at(tokens, next) != null
                || SIGNS.isAt(tokens, next)
                || AT.isAt(tokens, next)
                || at > 0
                        && (Letters.at(tokens, at - 1) != null
                                || tokens.get(at - 1).isMark(",") && at > 1 && Letters.at(tokens, at - 2) != null);
    }

    private static @Nullable Piece piece(List<Token> tokens, int at) {
        var token = tokens.get(at);
        if (token.kind() == Token.Kind.MARK) {
            return mark(tokens, at);
        }
        if (token.kind() == Token.Kind.EMAIL || NOT_HEARD.isAt(tokens, at)) {
            return new Piece(Kind.STOP, "", at, at + 1, false);
        }
        var sign = AT.at(tokens, at);
        if (sign != null) {
            var kind = sign.value().equals("weak") ? Kind.WEAK_AT : Kind.AT;
            return new Piece(kind, "@", at, at + sign.length(), false);
        }
        sign = SIGNS.at(tokens, at);
        if (sign != null) {
            return new Piece(Kind.SIGN, sign.value(), at, at + sign.length(), false);
        }
        int between = BETWEEN.length(tokens, at);
        var inserted = between == 0 ? null : SIGNS.at(tokens, at + between);
        if (inserted != null) {
            return new Piece(Kind.BETWEEN, inserted.value(), at, at + between + inserted.length(), false);
        }
        int fix = FIX.length(tokens, at);
        if (fix > 0) {
            return new Piece(Kind.FIX, "", at, at + fix, false);
        }
        var word = ALPHABET.at(tokens, at);
        if (word != null && word.length() > 1) {
            return new Piece(Kind.LETTER, word.value(), at, at + word.length(), false);
        }
        var letter = Letters.at(tokens, at);
        if (letter != null) {
            var kind = letter.weak() ? Kind.WEAK_LETTER : Kind.LETTER;
            return new Piece(kind, letter.text(), at, at + letter.length(), letter.unsure());
        }
        var number = Numbers.at(tokens, at);
        if (number != null) {
            return new Piece(Kind.DIGITS, number.digits(), at, at + number.length(), false);
        }
        var latin = Latin.of(token.word());
        var kind = COMMON.isAt(tokens, at) ? Kind.COMMON : Kind.WORD;
        return new Piece(kind, latin.text(), at, at + 1, latin.unsure());
    }

    private static @Nullable Piece mark(List<Token> tokens, int at) {
        var token = tokens.get(at);
        boolean gluedBehind = at + 1 < tokens.size() && tokens.get(at + 1).glued();
        if (token.isMark("@")) {
            return new Piece(isInAnUnreadableAddress(tokens, at) ? Kind.STOP : Kind.AT, "@", at, at + 1, false);
        }
        if (HARD.contains(token.text())) {
            return new Piece(Kind.STOP, "", at, at + 1, false);
        }
        if (token.isMark("_") || token.isMark("+")) {
            return new Piece(Kind.SIGN, token.text(), at, at + 1, false);
        }
        if (token.isMark(".") || token.isMark("-") || token.isMark("‑") || token.isMark("‐")) {
            boolean spelling = isLetter(tokens, at - 1) && (isLetter(tokens, at + 1) || !gluedBehind);
            if (token.glued() && gluedBehind && !spelling) {
                return new Piece(Kind.SIGN, token.isMark(".") ? "." : "-", at, at + 1, false);
            }
            boolean end = token.isMark(".") && !spelling;
            return new Piece(end ? Kind.STOP : Kind.PAUSE, "", at, at + 1, false);
        }
        return new Piece(Kind.PAUSE, "", at, at + 1, false);
    }

    /** What is written in one run and is no address as a whole is none in part. */
    private static boolean isInAnUnreadableAddress(List<Token> tokens, int at) {
        if (!tokens.get(at).glued()) {
            return false;
        }
        int last = Math.min(tokens.size(), at + MOST_TOKENS_OF_AN_ADDRESS);
        for (int next = at + 1; next < last && tokens.get(next).glued(); next++) {
            boolean dot = tokens.get(next).isMark(".")
                    && next + 1 < tokens.size()
                    && tokens.get(next + 1).glued();
            if (dot || tokens.get(next).isMark("@")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(List<Token> tokens, int at) {
        return at >= 0
                && at < tokens.size()
                && tokens.get(at).isWord()
                && tokens.get(at).word().codePointCount(0, tokens.get(at).word().length()) == 1;
    }

    /** "mike alpha x-ray", "Дмитрий, Ольга, Мария": at least three of them, or two beside a letter. */
    private static List<Piece> spelledWithWords(List<Token> tokens, List<Piece> pieces) {
        int at = 0;
        while (at < pieces.size()) {
            int end = at;
            int words = 0;
            boolean letters = false;
            while (end < pieces.size()
                    && (isPause(pieces, end, at)
                            || pieces.get(end).kind() == Kind.LETTER
                            || pieces.get(end).kind() == Kind.WEAK_LETTER && end > at
                            || pieces.get(end).kind() == Kind.SIGN && end > at
                            || initial(tokens, pieces.get(end)) != null)) {
                var piece = pieces.get(end);
                words += piece.kind() == Kind.WORD ? 1 : 0;
                letters |= piece.isLetter();
                end++;
            }
            var run = pieces.subList(at, end);
            if (words > 0
                    && (words >= SPELLED_WITH_WORDS && isSpelling(tokens, run) || letters && isStrict(tokens, run))) {
                for (int i = at; i < end; i++) {
                    var piece = pieces.get(i);
                    var initial = initial(tokens, piece);
                    if (initial != null) {
                        pieces.set(i, new Piece(Kind.LETTER, initial, piece.from(), piece.to(), false));
                    }
                }
            }
            at = Math.max(end, at + 1);
        }
        return pieces;
    }

    private static boolean isPause(List<Piece> pieces, int at, int start) {
        return at > start && pieces.get(at).kind() == Kind.PAUSE;
    }

    private static boolean isStrict(List<Token> tokens, List<Piece> run) {
        var words = run.stream().filter(piece -> piece.kind() == Kind.WORD).toList();
        return words.stream().allMatch(piece -> ALPHABET.isAt(tokens, piece.from()))
                && (words.size() > 1 || words.stream().noneMatch(piece -> NAMES.isAt(tokens, piece.from())))
                && run.stream().filter(Piece::isLetter).count() > 1;
    }

    /** Names alone are a list of people, unless a pause is between all of them. */
    private static boolean isSpelling(List<Token> tokens, List<Piece> run) {
        long pauses = run.stream().filter(piece -> piece.kind() == Kind.PAUSE).count();
        long words = run.stream().filter(piece -> piece.kind() == Kind.WORD).count();
        boolean alphabet =
                run.stream().allMatch(piece -> piece.kind() != Kind.WORD || ALPHABET.isAt(tokens, piece.from()));
        return alphabet
                || pauses >= words - 1
                        && run.stream().map(Piece::text).distinct().count() >= words;
    }

    private static @Nullable String initial(List<Token> tokens, Piece piece) {
        if (piece.kind() != Kind.WORD) {
            return null;
        }
        var word = ALPHABET.at(tokens, piece.from());
        if (word != null) {
            return word.value();
        }
        return NAMES.isAt(tokens, piece.from())
                ? Latin.letter(tokens.get(piece.from()).word().substring(0, 1))
                : null;
    }
}
