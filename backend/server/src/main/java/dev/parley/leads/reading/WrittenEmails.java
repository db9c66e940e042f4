package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.List;

/** Addresses that stand in a turn as they are written, each of them one token. */
final class WrittenEmails {

    private WrittenEmails() {}

    static List<Token> tokens(Line line, Side side) {
        var text = line.text();
        var tokens = new ArrayList<Token>();
        int at = 0;
        for (var place : side.written().apply(text)) {
            tokens.addAll(Tokens.of(line.turn(), text, at, place.start()));
            tokens.add(new Token(
                    text.substring(place.start(), place.end()),
                    place.value(),
                    Token.Kind.EMAIL,
                    false,
                    line.turn(),
                    place.start(),
                    place.end()));
            at = place.end();
        }
        tokens.addAll(Tokens.of(line.turn(), text, at, text.length()));
        return tokens;
    }
}
