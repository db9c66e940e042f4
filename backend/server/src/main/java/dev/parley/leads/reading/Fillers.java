package dev.parley.leads.reading;

import java.util.List;

/** What stands between words without a meaning of its own: "uh", "ну", "потом". */
final class Fillers {

    private static final Words WORDS = Words.of("fillers");

    private Fillers() {}

    /** Nobody needs more of them to think; more are read on from where these end. */
    private static final int MOST = 8;

    /** How many tokens from here on are fillers. */
    static int length(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() && at - from < MOST) {
            int length = WORDS.length(tokens, at);
            if (length == 0) {
                break;
            }
            at += length;
        }
        return at - from;
    }
}
