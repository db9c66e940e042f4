package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tokens of one turn, or of several that one thing was dictated in, with "¶" between them. */
record Speech(boolean caller, List<Token> tokens, Map<Integer, String> texts, int turn) {

    static final String TURN_ENDS = "¶";

    Speech {
        tokens = List.copyOf(tokens);
    }

    static Speech of(Line line, List<Token> tokens) {
        return new Speech(line.caller(), tokens, Map.of(line.turn(), line.text()), line.turn());
    }

    /** This after what was said before. */
    Speech after(Speech before) {
        var all = new ArrayList<>(before.tokens());
        all.add(new Token(TURN_ENDS, TURN_ENDS, Token.Kind.MARK, false, before.turn(), 0, 0));
        all.addAll(tokens);
        var both = new TreeMap<>(before.texts());
        both.putAll(texts);
        return new Speech(caller, all, both, turn);
    }

    /** With these covered, so that nobody reads words in them. */
    Speech without(List<Found> covered) {
        var left = new ArrayList<>(tokens);
        for (var found : covered) {
            for (int i = found.from(); i < found.to(); i++) {
                var token = tokens.get(i);
                left.set(
                        i,
                        new Token(
                                token.text(),
                                "",
                                Token.Kind.EMAIL,
                                token.glued(),
                                token.turn(),
                                token.start(),
                                token.end()));
            }
        }
        return new Speech(caller, left, texts, turn);
    }

    /** Where tokens stand, one place for each turn. */
    List<Place> places(int from, int to) {
        var places = new ArrayList<Place>();
        int at = from;
        while (at < to) {
            int turn = tokens.get(at).turn();
            int end = at;
            while (end < to
                    && tokens.get(end).turn() == turn
                    && !tokens.get(end).isMark(TURN_ENDS)) {
                end++;
            }
            if (end > at) {
                places.add(new Place(
                        turn,
                        texts.get(turn)
                                .substring(
                                        tokens.get(at).start(),
                                        tokens.get(end - 1).end())));
            }
            at = Math.max(end, at + 1);
            while (at < to && tokens.get(at).isMark(TURN_ENDS)) {
                at++;
            }
        }
        return places;
    }
}
