package dev.parley.leads.reading;

import dev.parley.leads.reading.Piece.Kind;
import java.util.ArrayList;
import java.util.List;

/** An address with what its speaker took back while dictating: "ivan dot, sorry, dash petrov". */
final class Corrected {

    private Corrected() {}

    static List<Piece> of(List<Piece> said) {
        var parts = new ArrayList<Piece>();
        int from = 0;
        for (int i = 0; i <= said.size(); i++) {
            if (i == said.size() || said.get(i).kind() == Kind.FIX) {
                join(parts, said.subList(from, i));
                from = i + 1;
            }
        }
        return parts;
    }

    private static void join(List<Piece> parts, List<Piece> next) {
        if (parts.isEmpty() || next.isEmpty() || isFromTheBeginning(parts, next)) {
            if (!next.isEmpty()) {
                parts.clear();
                parts.addAll(next);
            }
            return;
        }
        if (next.size() == 1 && next.getFirst().isLetter() && isSpelled(parts)) {
            return; // "thomson, no p"
        }
        if (next.getFirst().kind() == Kind.SIGN) {
            while (!parts.isEmpty() && parts.getLast().kind() == Kind.SIGN) {
                parts.removeLast();
            }
        } else if (parts.getLast().kind() != Kind.SIGN) {
            removeLastText(parts);
        }
        parts.addAll(next);
    }

    private static boolean isSpelled(List<Piece> parts) {
        return parts.size() > 2
                && parts.subList(parts.size() - 3, parts.size()).stream().allMatch(Piece::isLetter);
    }

    private static boolean isFromTheBeginning(List<Piece> parts, List<Piece> next) {
        return firstText(parts).equals(firstText(next))
                || signs(next) > signs(parts)
                || signs(parts) > 0
                        && signs(next) > 0
                        && next.getFirst().isText()
                        && parts.getLast().isText()
                        && signs(next) == signs(parts);
    }

    private static String firstText(List<Piece> parts) {
        var text = new StringBuilder();
        for (var piece : parts) {
            if (!piece.isText() || !text.isEmpty() && !piece.isLetter()) {
                break;
            }
            text.append(piece.text());
        }
        return text.toString();
    }

    private static long signs(List<Piece> parts) {
        return parts.stream().filter(piece -> piece.kind() == Kind.SIGN).count();
    }

    /** A word, or all letters of one. */
    private static void removeLastText(List<Piece> parts) {
        boolean letter = parts.getLast().isLetter();
        parts.removeLast();
        while (letter && !parts.isEmpty() && parts.getLast().isLetter()) {
            parts.removeLast();
        }
    }
}
