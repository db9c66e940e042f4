package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an agent asked for last. */
enum Topic {
    EMAIL,
    PHONE,
    NAME,
    SPELL,
    COMPANY,
    BUDGET,
    OTHER;

    private static final Words ASKS = Words.of("asks");

    /** @param tokens of what the agent said; the last sentence that asks for something counts */
    static Set<Topic> of(List<Token> tokens) {
        var topics = EnumSet.noneOf(Topic.class);
        var sentences = sentences(tokens);
        for (int i = sentences.size() - 1; i >= Math.max(0, sentences.size() - 3) && topics.isEmpty(); i--) {
            topics.addAll(in(sentences.get(i)));
        }
        return topics;
    }

    private static Set<Topic> in(List<Token> sentence) {
        var topics = EnumSet.noneOf(Topic.class);
        int at = 0;
        while (at < sentence.size()) {
            var hit = ASKS.at(sentence, at);
            if (hit == null) {
                at++;
            } else {
                if (hit.value().equals("none")) {
                    at += hit.length();
                    continue;
                }
                topics.add(valueOf(hit.value().toUpperCase(Locale.ROOT)));
                at += hit.length();
            }
        }
        return topics;
    }

    private static List<List<Token>> sentences(List<Token> tokens) {
        var sentences = new ArrayList<List<Token>>();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            boolean end = token.isMark("?")
                    || token.isMark("!")
                    || token.isMark(".")
                            && !(i + 1 < tokens.size() && tokens.get(i + 1).glued());
            if (end || i + 1 == tokens.size()) {
                sentences.add(tokens.subList(from, i + 1));
                from = i + 1;
            }
        }
        return sentences;
    }
}
