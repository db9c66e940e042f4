package dev.parley.leads.reading;

import java.util.List;

/** The words around a place: back to where the sentence or the value before it ends, and on to the end of the sentence. */
final class Clause {

    private static final int LONGEST = 14;

    private Clause() {}

    static List<Token> before(List<Token> tokens, int at, int notBefore) {
        int from = at;
        while (from > notBefore && at - from < LONGEST && !isEnd(tokens, from - 1)) {
            from--;
        }
        return tokens.subList(from, at);
    }

    static List<Token> after(List<Token> tokens, int at, int notBehind) {
        int to = at;
        while (to < notBehind && to - at < LONGEST && !isEnd(tokens, to)) {
            to++;
        }
        return tokens.subList(at, to);
    }

    private static boolean isEnd(List<Token> tokens, int at) {
        var token = tokens.get(at);
        boolean dot = token.isMark(".")
                && !(at + 1 < tokens.size() && tokens.get(at + 1).glued());
        return dot || token.isMark("?") || token.isMark("!") || token.isMark(";") || token.isMark("¶");
    }
}
