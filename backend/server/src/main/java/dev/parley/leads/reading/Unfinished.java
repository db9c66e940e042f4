package dev.parley.leads.reading;

import java.util.List;

/** What was dictated over several turns: "415 555" and, after the agent's "mm-hmm", "0142". */
final class Unfinished {

    private static final int MOST_DIGITS = 10;

    private Unfinished() {}

    /** Both, when the second goes on where the first stopped; else the second. */
    static Speech join(Speech before, Speech next, Side side) {
        int tail = tail(before.tokens(), side);
        if (tail < 0 || !goesOn(before.tokens(), next.tokens(), side)) {
            return next;
        }
        return next.after(
                new Speech(true, before.tokens().subList(tail, before.tokens().size()), before.texts(), before.turn()));
    }

    /** Where the unfinished thing begins; -1 when nothing is unfinished. */
    private static int tail(List<Token> tokens, Side side) {
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1).kind() == Token.Kind.MARK) {
            end--;
        }
        if (end == 0) {
            return -1;
        }
        int from = Math.max(0, end - 40);
        while (from > 0
                && !tokens.get(from - 1).isMark(".")
                && !tokens.get(from - 1).isMark("?")) {
            from--;
        }
        return from;
    }

    private static boolean goesOn(List<Token> before, List<Token> next, Side side) {
        int first = start(next);
        if (first >= next.size()) {
            return false;
        }
        var row = DigitRow.at(next, first);
        if (row != null && endsInDigits(before, side)) {
            return side.phones(next, List.of()).stream().allMatch(found -> found.value() == null);
        }
        var pieces = Pieces.of(before, Math.max(0, before.size() - 12), before.size());
        var following = Pieces.of(next, first, Math.min(next.size(), first + 8));
        if (following.isEmpty() || pieces.isEmpty()) {
            return false;
        }
        var last = pieces.reversed().stream()
                .filter(piece -> piece.kind() != Piece.Kind.PAUSE && piece.kind() != Piece.Kind.STOP)
                .findFirst();
        var begin = following.getFirst();
        if (last.isEmpty() || last.get().kind() == Piece.Kind.COMMON) {
            return false;
        }
        boolean opens = begin.isAt() || begin.kind() == Piece.Kind.SIGN;
        boolean open = last.get().isAt() || last.get().kind() == Piece.Kind.SIGN;
        boolean spelling = last.get().kind() == Piece.Kind.LETTER && begin.kind() == Piece.Kind.LETTER;
        return (opens || open || spelling) && side.emails(next).stream().allMatch(found -> found.value() == null);
    }

    private static int start(List<Token> tokens) {
        int at = 0;
        while (at < tokens.size()) {
            int skipped = Fillers.length(tokens, at);
            if (skipped == 0 && tokens.get(at).kind() != Token.Kind.MARK) {
                break;
            }
            at += Math.max(1, skipped);
        }
        return at;
    }

    private static boolean endsInDigits(List<Token> tokens, Side side) {
        for (int at = Math.max(0, tokens.size() - 40); at < tokens.size(); at++) {
            var row = DigitRow.at(tokens, at);
            if (row == null) {
                continue;
            }
            boolean last =
                    tokens.subList(row.to(), tokens.size()).stream().allMatch(token -> token.kind() == Token.Kind.MARK);
            if (last) {
                return row.digits() <= MOST_DIGITS
                        && side.phones(tokens, List.of()).stream()
                                .noneMatch(found -> found.value() != null && found.to() >= row.from());
            }
            at = row.to();
        }
        return false;
    }
}
