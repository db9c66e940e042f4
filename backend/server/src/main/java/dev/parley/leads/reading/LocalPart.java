package dev.parley.leads.reading;

import dev.parley.leads.reading.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is said before the at sign, backwards to where the address begins. */
final class LocalPart {

    private static final int MOST_WORDS_IN_A_ROW = 3;
    private static final int MOST_PIECES = 64;

    /** @param from the first piece */
    record Local(String text, List<String> parts, int from, boolean unsure) {}

    private final List<Piece> pieces;
    private final List<Piece> taken = new ArrayList<>();

    private LocalPart(List<Piece> pieces) {
        this.pieces = pieces;
    }

    static @Nullable Local before(List<Piece> pieces, int at) {
        return new LocalPart(pieces).read(at);
    }

    private @Nullable Local read(int at) {
        int from = at;
        int words = 0;
        boolean spelled = false;
        for (int i = at - 1; i >= Math.max(0, at - 2 * MOST_PIECES) && taken.size() < MOST_PIECES; i--) {
            var piece = pieces.get(i);
            if (piece.kind() == Kind.PAUSE) {
                if (!crosses(i)) {
                    break;
                }
                continue;
            }
            if (piece.kind() == Kind.STOP && i > 0 && isSpelledOut(pieces.get(i - 1))) {
                continue;
            }
            if (!spelled && isSpelledOut(piece)) {
                takeSpelled(piece);
                spelled = true;
                continue;
            }
            if (spelled && piece.kind() == Kind.WORD && (right() == null || right().kind() != Kind.SIGN)) {
                break;
            }
            words = piece.kind() == Kind.WORD && right() != null && right().kind() == Kind.WORD ? words + 1 : 0;
            if (words >= MOST_WORDS_IN_A_ROW || !belongs(piece, i)) {
                break;
            }
            taken.addFirst(piece);
            from = i;
        }
        trim();
        var parts = Corrected.of(joined());
        var text = new StringBuilder();
        parts.forEach(piece -> text.append(piece.text()));
        return text.isEmpty()
                ? null
                : new Local(
                        text.toString(),
                        parts.stream().map(Piece::text).toList(),
                        taken.isEmpty() ? from : from + pieces.subList(from, at).indexOf(taken.getFirst()),
                        parts.stream().anyMatch(Piece::unsure));
    }

    private @Nullable Piece right() {
        return taken.isEmpty() ? null : taken.getFirst();
    }

    /** What was said before, without pauses. */
    private @Nullable Piece left(int i) {
        int left = i - 1;
        while (left >= 0 && i - left < MOST_PIECES && pieces.get(left).kind() == Kind.PAUSE) {
            left--;
        }
        return left < 0 ? null : pieces.get(left);
    }

    private boolean crosses(int i) {
        var right = right();
        var left = left(i);
        if (left == null || left.kind() == Kind.STOP || left.isAt()) {
            return false;
        }
        if (right == null) {
            return left.kind() != Kind.COMMON;
        }
        if (right.kind() == Kind.FIX
                || left.kind() == Kind.FIX
                || left.kind() == Kind.SIGN
                || right.kind() == Kind.SIGN
                || left.kind() == Kind.BETWEEN
                || right.kind() == Kind.BETWEEN) {
            return true;
        }
        if (left.kind() == Kind.WORD && isSpelledOut(left)) {
            return true;
        }
        if (left.isLetter()) {
            return right.isLetter() || right.kind() == Kind.DIGITS;
        }
        return left.kind() == Kind.WORD && right.kind() == Kind.DIGITS || left.kind() == Kind.PAUSE;
    }

    private boolean belongs(Piece piece, int i) {
        var right = right();
        var left = left(i);
        boolean behindASign = left != null && left.kind() == Kind.SIGN;
        boolean beforeASign = right != null && right.kind() == Kind.SIGN;
        return switch (piece.kind()) {
            case SIGN, LETTER, BETWEEN -> true;
            case FIX ->
                right != null
                        && left != null
                        && (left.isText() || left.kind() == Kind.SIGN || left.kind() == Kind.PAUSE);
            case WORD -> true;
            case COMMON -> beforeASign || behindASign || isBetweenLetters(i);
            case WEAK_LETTER ->
                beforeASign
                        || behindASign
                        || right != null && right.isLetter()
                        || left != null && left.kind() == Kind.LETTER
                        || left != null && left.isLetter() && (right == null || right.kind() == Kind.DIGITS);
            case DIGITS ->
                right == null
                        || right.kind() != Kind.WORD
                        || behindASign
                        || left == null
                        || left != null && (left.kind() == Kind.WORD || left.kind() == Kind.LETTER);
            case AT, WEAK_AT, PAUSE, STOP -> false;
        };
    }

    /** "r and d at". */
    private boolean isBetweenLetters(int i) {
        return taken.size() == 1
                && right().kind() == Kind.LETTER
                && i > 0
                && pieces.get(i - 1).kind() == Kind.LETTER
                && (i == 1 || !pieces.get(i - 2).isLetter());
    }

    /** What was said before a word and its letters goes on before the letters: "s menon, m e n o n". */
    private void takeSpelled(Piece word) {
        int letters = 0;
        var text = new StringBuilder();
        while (letters < taken.size() && taken.get(letters).isLetter()) {
            text.append(taken.get(letters++).text());
        }
        if (word.text().replace("zh", "j").contentEquals(text)) { // the letter has that name, whoever writes it
            taken.subList(0, letters).clear();
            taken.addFirst(word);
        }
    }

    /** "Smyth, s m y t h": the spelled letters are the word. */
    private boolean isSpelledOut(Piece word) {
        if (word.kind() != Kind.WORD) {
            return false;
        }
        var spelled = new StringBuilder();
        for (var piece : taken) {
            if (!piece.isLetter()) {
                break;
            }
            spelled.append(piece.text());
        }
        return spelled.length() > 2 && Likeness.of(word.text(), spelled.toString());
    }

    /** With the signs that were told to stand between the words. */
    private List<Piece> joined() {
        var parts = new ArrayList<Piece>();
        for (var piece : taken) {
            if (piece.kind() != Kind.BETWEEN) {
                parts.add(piece);
                continue;
            }
            for (int i = parts.size() - 1; i > 0; i--) {
                boolean words =
                        parts.get(i).kind() == Kind.WORD && parts.get(i - 1).isText();
                if (words) {
                    parts.add(i, new Piece(Kind.SIGN, piece.text(), piece.from(), piece.to(), false));
                }
            }
        }
        return parts;
    }

    /** Words that are said twice: "anna lee anna dot lee". */
    private void trim() {
        while (!taken.isEmpty()
                && (taken.getFirst().kind() == Kind.SIGN
                                && !taken.getFirst().text().equals("_")
                        || taken.getFirst().kind() == Kind.FIX)) {
            taken.removeFirst();
        }
        for (int i = taken.size() - 1; i > 0; i--) {
            var first = taken.getFirst();
            if (first.kind() == Kind.WORD && taken.get(i).text().equals(first.text()) && i < taken.size() - 1) {
                int cut = i;
                taken.subList(0, cut).clear();
                break;
            }
        }
    }
}
