package dev.parley.leads.reading;

import java.util.Locale;
import java.util.Set;

/** What callers say beside their contacts that makes a lead worth more or less. */
public enum Remark {
    BUDGET,
    TIMING,
    CALL_ME,
    CONSENT,
    DO_NOT_CALL;

    private final Words words = Words.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));

    /** Where it is said; -1 when it is not. */
    int firstIn(Speech speech, Set<Topic> asked) {
        int at = words.firstIn(speech.tokens());
        return at < 0 && this == BUDGET && asked.contains(Topic.BUDGET) ? amount(speech) : at;
    }

    int length(Speech speech, int at) {
        return Math.max(1, words.length(speech.tokens(), at));
    }

    private static int amount(Speech speech) {
        for (int i = 0; i < speech.tokens().size(); i++) {
            if (Numbers.isAt(speech.tokens(), i)) {
                return i;
            }
        }
        return -1;
    }
}
