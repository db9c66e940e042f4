package dev.parley.leads.reading;

import dev.parley.leads.reading.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is said behind the at sign: "gmail dot com", "мейл ру", "harbor dash dental dot co dot uk". */
final class Domains {

    private static final Words PROVIDERS = Words.of("mail-providers");
    private static final Words ENDINGS = Words.of("domain-endings");
    private static final Words COMMON_ENDINGS = Words.of("common-domain-endings");
    private static final int MOST_WORDS = 6;
    private static final int LONGEST_ENDING = 12;

    /** @param end the piece behind it */
    record Domain(String text, int end, boolean inferred) {}

    private final List<Token> tokens;
    private final List<Piece> pieces;
    private final List<String> labels = new ArrayList<>();
    private final StringBuilder label = new StringBuilder();
    private int at;
    private boolean inferred;
    private @Nullable String usual;

    private Domains(List<Token> tokens, List<Piece> pieces, int from) {
        this.tokens = tokens;
        this.pieces = pieces;
        this.at = from;
    }

    static @Nullable Domain at(List<Token> tokens, List<Piece> pieces, int from) {
        return new Domains(tokens, pieces, from).read();
    }

    static boolean isProvider(List<Token> tokens, int at) {
        return PROVIDERS.isAt(tokens, at);
    }

    private @Nullable Domain read() {
        skipPauses();
        if (kind() == Kind.FIX) {
            at++;
            skipPauses();
        }
        takeProvider();
        int words = label.isEmpty() ? 0 : 1;
        while (at < pieces.size() && words <= MOST_WORDS) {
            skipPausesBefore(Kind.SIGN);
            var piece = piece();
            if (piece == null) {
                break;
            }
            if (piece.kind() == Kind.FIX && at + 1 < pieces.size()) {
                var corrected = at(tokens, pieces, at + 1);
                return corrected != null ? corrected : usual();
            }
            if (piece.kind() == Kind.SIGN && piece.text().equals(".")) {
                if (label.isEmpty()) {
                    return null;
                }
                at++;
                skipPauses();
                if (isLast()) {
                    return whole();
                }
                endLabel();
                words = 0;
            } else if (piece.kind() == Kind.SIGN && piece.text().equals("-")) {
                label.append('-');
                at++;
            } else if (piece.kind() == Kind.SIGN && piece.text().equals("+")) {
                label.append("plus");
                at++;
            } else if (piece.isText()) {
                if (!label.isEmpty()
                        && labels.isEmpty()
                        && !isDotAhead()
                        && COMMON_ENDINGS.isAt(tokens, piece.from())
                        && isLast()) {
                    return whole();
                }
                label.append(piece.text());
                inferred |= piece.unsure();
                words++;
                at++;
            } else {
                break;
            }
        }
        return usual();
    }

    /** A provider's name says where its mail goes, even without an ending. */
    private void takeProvider() {
        if (at >= pieces.size()) {
            return;
        }
        int from = pieces.get(at).from();
        var hit = PROVIDERS.at(tokens, from);
        if (hit == null) {
            return;
        }
        usual = hit.value();
        label.append(usual, 0, usual.indexOf('.'));
        skipTo(from + hit.length());
    }

    private @Nullable Domain usual() {
        boolean only = usual != null && labels.isEmpty() && usual.startsWith(label + ".");
        return only ? new Domain(usual, at, !usual.equals("gmail.com") && !usual.equals("icloud.com")) : null;
    }

    /** Takes what ends a domain, when it is here: "com", "co dot uk", a word behind the last dot. */
    private boolean isLast() {
        if (at >= pieces.size() || !pieces.get(at).isText()) {
            return false;
        }
        boolean afterDot = at > 0 && pieces.get(at - 1).kind() == Kind.SIGN;
        var known = ENDINGS.at(tokens, pieces.get(at).from());
        int start = at;
        String text;
        if (known != null) {
            text = known.value();
            skipTo(pieces.get(at).from() + known.length());
        } else if (pieces.get(at).isLetter()) {
            text = letters();
        } else if (afterDot && !isDotAhead() && isPlain(pieces.get(at))) {
            text = pieces.get(at).text();
            at++;
        } else {
            return false;
        }
        if (text == null || isDotNext() && text.indexOf('.') < 0 && !isSecondLevel()) {
            at = start;
            return false;
        }
        endLabel();
        labels.add(text);
        var second = second();
        if (second != null) {
            labels.add(second);
        }
        return true;
    }

    /** "co" before "uk", with or without a dot between. */
    private @Nullable String second() {
        int next = at < pieces.size()
                        && pieces.get(at).kind() == Kind.SIGN
                        && pieces.get(at).text().equals(".")
                ? at + 1
                : at;
        if (next >= pieces.size()
                || !labels.getLast().matches("co|com|org|net|msk|spb")
                || next == at && !labels.getLast().equals("co")) {
            return null;
        }
        var known = ENDINGS.at(tokens, pieces.get(next).from());
        if (known == null || known.value().length() != 2) {
            return null;
        }
        at = next;
        skipTo(pieces.get(next).from() + known.length());
        return known.value();
    }

    private boolean isSecondLevel() {
        return at + 1 < pieces.size() && ENDINGS.isAt(tokens, pieces.get(at + 1).from());
    }

    private boolean isDotNext() {
        return at < pieces.size()
                && pieces.get(at).kind() == Kind.SIGN
                && pieces.get(at).text().equals(".")
                && at + 1 < pieces.size()
                && pieces.get(at + 1).isText();
    }

    private boolean isDotAhead() {
        for (int i = at + 1; i < pieces.size() && i < at + MOST_WORDS; i++) {
            if (pieces.get(i).kind() == Kind.SIGN) {
                return pieces.get(i).text().equals(".") || pieces.get(i).text().equals("-");
            }
            if (!pieces.get(i).isText()) {
                return false;
            }
        }
        return false;
    }

    private @Nullable String letters() {
        var text = new StringBuilder();
        int next = at;
        while (next < pieces.size() && pieces.get(next).isLetter()) {
            text.append(pieces.get(next).text());
            next++;
        }
        if (ENDINGS.value(text.toString()) == null) {
            return null;
        }
        at = next;
        return ENDINGS.value(text.toString());
    }

    private static boolean isPlain(Piece piece) {
        return (piece.kind() == Kind.WORD || piece.kind() == Kind.COMMON)
                && piece.text().length() > 1
                && piece.text().length() <= LONGEST_ENDING
                && piece.text().chars().allMatch(Character::isLetter);
    }

    /** Names in Cyrillic letters have one spelling there, and it is not the one they were said with here. */
    private @Nullable Domain whole() {
        takeOtherEnding();
        if (labels.getLast().codePointAt(0) > 127 && labels.getFirst().codePointAt(0) < 128) {
            return null;
        }
        return new Domain(String.join(".", labels), at, inferred);
    }

    /** "dot com, no, dot org". */
    private void takeOtherEnding() {
        int next = at;
        while (next < pieces.size() && next < at + 3 && pieces.get(next).kind() == Kind.PAUSE) {
            next++;
        }
        boolean other = next + 2 < pieces.size()
                && pieces.get(next).kind() == Kind.FIX
                && pieces.get(next + 1).kind() == Kind.SIGN
                && pieces.get(next + 1).text().equals(".");
        var ending = other ? ENDINGS.at(tokens, pieces.get(next + 2).from()) : null;
        if (ending != null) {
            labels.set(labels.size() - 1, ending.value());
            at = next + 2;
            skipTo(pieces.get(at).from() + ending.length());
        }
    }

    private void endLabel() {
        if (!label.isEmpty()) {
            labels.add(label.toString());
            label.setLength(0);
        }
    }

    private void skipTo(int token) {
        while (at < pieces.size() && pieces.get(at).from() < token) {
            at++;
        }
    }

    private void skipPauses() {
        while (kind() == Kind.PAUSE) {
            at++;
        }
    }

    private void skipPausesBefore(Kind kind) {
        int next = at;
        while (next < pieces.size() && pieces.get(next).kind() == Kind.PAUSE) {
            next++;
        }
        boolean spelling = next < pieces.size()
                && pieces.get(next).isLetter()
                && next > 1
                && pieces.get(at - 1).isLetter();
        if (next < pieces.size()
                && (pieces.get(next).kind() == kind || pieces.get(next).kind() == Kind.FIX || spelling)) {
            at = next;
        }
    }

    private @Nullable Piece piece() {
        return at < pieces.size() ? pieces.get(at) : null;
    }

    private @Nullable Kind kind() {
        var piece = piece();
        return piece == null ? null : piece.kind();
    }
}
