package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that were said one after the other, with nothing between them but pauses, fillers and words that dictate.
 *
 * @param plus whether it begins with a plus
 * @param from the first token
 * @param to the token behind the last
 */
record DigitRow(List<Item> items, boolean plus, int from, int to) {

    private static final Words BETWEEN = Words.of("between-digits");
    private static final Words NOT = Words.of("not");
    private static final Words PLUS = Words.of("plus");
    private static final int MOST_ITEMS = 40;

    /** What a number does to the ones before it. */
    enum Role {
        FOLLOWS,
        /** Takes the place of what was said before. */
        CORRECTS,
        /** "not fifty": was not meant. */
        REFUSED
    }

    /**
     * One number of the row.
     *
     * @param pause whether there was a pause before it
     */
    record Item(Group group, Role role, boolean pause, int from, int to) {}

    /** The row that begins here. */
    static @Nullable DigitRow at(List<Token> tokens, int from) {
        int plus = tokens.get(from).isMark("+") ? 1 : PLUS.length(tokens, from);
        int at = from + plus;
        if (at < tokens.size() && tokens.get(at).isMark("(")) {
            at++;
        }
        var first = Numbers.at(tokens, at);
        if (first == null) {
            return null;
        }
        var items = new ArrayList<Item>();
        items.add(new Item(first, Role.FOLLOWS, false, at, at + first.length()));
        at += first.length();
        for (var next = next(tokens, at); next != null; next = next(tokens, at)) {
            if (items.size() < MOST_ITEMS) {
                items.add(next);
            }
            at = next.to();
        }
        return new DigitRow(List.copyOf(items), plus > 0, from, at);
    }

    private static @Nullable Item next(List<Token> tokens, int from) {
        boolean pause = false;
        var role = Role.FOLLOWS;
        int at = from;
        while (at < tokens.size()) {
            var token = tokens.get(at);
            int skipped = 0;
            if (token.kind() == Token.Kind.MARK) {
                if (!",.-–—‑‐()…/¶".contains(token.text()) || isTime(tokens, at)) {
                    return null;
                }
                pause |= !token.isMark("-")
                        && !token.isMark("(")
                        && !token.isMark(")")
                        && !token.isMark("‑")
                        && !token.isMark("‐")
                        && !(at + 1 < tokens.size() && tokens.get(at + 1).glued());
                at++;
                continue;
            }
            var number = Numbers.at(tokens, at);
            if (number != null) {
                return new Item(number, role, pause, at, at + number.length());
            }
            if ((skipped = NOT.length(tokens, at)) > 0) {
                role = Role.REFUSED;
            } else if ((skipped = Pieces.FIX.length(tokens, at)) > 0) {
                role = Role.CORRECTS;
                pause = true;
            } else if ((skipped = Fillers.length(tokens, at)) > 0) {
                pause = true;
            } else if ((skipped = BETWEEN.length(tokens, at)) == 0) {
                return null;
            }
            at += skipped;
        }
        return null;
    }

    private static boolean isTime(List<Token> tokens, int at) {
        return tokens.get(at).isMark("/") && tokens.get(at).glued();
    }

    /** Nobody dictates that many. */
    boolean isEndless() {
        return items.size() == MOST_ITEMS;
    }

    int digits() {
        return items.stream().mapToInt(item -> item.group().digits().length()).sum();
    }
}
