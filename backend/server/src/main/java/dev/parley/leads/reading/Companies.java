package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For which company a caller speaks: "Kevin Walsh with Pearl Supply", "компания «Вектор Строй»". */
final class Companies {

    private static final Words CUES = Words.of("company-cues");
    /** What a place may follow as well. */
    private static final Words PLACES = Words.of("place-cues");

    private static final Words NOUNS = Words.of("company-nouns");
    private static final Words JOINING = Words.of("joins-company-names");
    private static final Words NO_NAMES = Words.of("not-names");
    private static final int MOST_WORDS = 5;

    private final Track track = new Track(Field.COMPANY);
    private final boolean cased;

    Companies(boolean cased) {
        this.cased = cased;
    }

    Track track() {
        return track;
    }

    void caller(Speech speech, Set<Topic> topics) {
        var tokens = speech.tokens();
        for (int i = 0; i < tokens.size() && track.value() == null; i++) {
            int cue = CUES.length(tokens, i);
            if (cue == 0 && !(i == 0 && topics.contains(Topic.COMPANY))) {
                continue;
            }
            int from = i + cue;
            while (NOUNS.length(tokens, from) > 0) {
                from += NOUNS.length(tokens, from);
            }
            var name = quoted(tokens, from);
            if (name == null && cased && from < tokens.size()) {
                name = capitalised(tokens, from);
                var person = PersonName.at(tokens, from, true, false);
                boolean place = name != null && name.to() - name.from() == 1 && PLACES.isAt(tokens, i);
                name = person != null && person.known() || place ? null : name;
            }
            if (name != null) {
                var value = Decoding.said(tokens, name.from(), name.to());
                track.state(
                        value,
                        List.of(),
                        Certainty.STATED,
                        speech.places(name.from(), name.to()),
                        List.of("= " + value));
            }
        }
    }

    private static @Nullable Found quoted(List<Token> tokens, int from) {
        if (from >= tokens.size() || !"«\"“„".contains(tokens.get(from).text())) {
            return null;
        }
        int end = from + 1;
        while (end < tokens.size()
                && end - from <= MOST_WORDS + 1
                && !"»\"”“".contains(tokens.get(end).text())) {
            end++;
        }
        return end < tokens.size() && end > from + 1 && end - from <= MOST_WORDS + 1 ? found(from + 1, end) : null;
    }

    private static @Nullable Found capitalised(List<Token> tokens, int from) {
        int at = from;
        int end = from;
        while (at < tokens.size() && at - from < MOST_WORDS) {
            if (tokens.get(at).isCapitalised() && !NO_NAMES.isAt(tokens, at)) {
                at++;
                end = at;
            } else if (end > from
                    && (JOINING.length(tokens, at) > 0
                            || tokens.get(at).isMark("&")
                            || tokens.get(at).isMark("-") && tokens.get(at).glued())) {
                at++;
            } else {
                break;
            }
        }
        return end > from ? found(from, end) : null;
    }

    private static Found found(int from, int to) {
        return new Found(null, from, to, new ArrayList<>(), false, List.of());
    }
}
