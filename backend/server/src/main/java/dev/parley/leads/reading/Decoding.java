package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells step by step how something was read. */
final class Decoding {

    private static final int MOST_STEPS = 40;

    private Decoding() {}

    static List<String> of(List<Token> tokens, List<Piece> pieces, @Nullable String value) {
        var steps = new ArrayList<String>();
        for (var piece : pieces) {
            var said = said(tokens, piece.from(), piece.to());
            if (!piece.text().isEmpty() && !piece.text().equals(said) && steps.size() < MOST_STEPS) {
                steps.add(said + " → " + piece.text());
            }
        }
        steps.add("= " + (value == null ? "?" : value));
        return List.copyOf(steps);
    }

    static String said(List<Token> tokens, int from, int to) {
        var said = new StringBuilder();
        for (int i = from; i < to; i++) {
            var token = tokens.get(i);
            said.append(said.isEmpty() || token.glued() ? "" : " ").append(token.text());
        }
        return said.toString();
    }
}
