package dev.parley.leads.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the caller's name through a call: how they introduce themselves, answer, spell and correct it. */
final class Names {

    private static final Words CUES = Words.of("name-cues");
    private static final Words GIVEN = Words.of("given-names");
    private static final Words AFTER = Words.of("after-names");
    private static final Words OTHER_PEOPLE = Words.of("other-people");
    private static final Words RELATIONS = Words.of("relations");
    private static final Words AS_IN = Words.of("as-in");
    private static final Words YES = Words.of("yes");
    private static final Words NO = Words.of("no");
    private static final Words UNDER = Words.of("answer-under");
    private static final Words CHECKING = Words.of("checking");
    private static final Words FROM = Words.of("from-company");
    private static final Words NOT = Words.of("not");
    private static final int ANSWER_BEGINS = 10;

    private final Track track = new Track(Field.NAME);
    private final boolean cased;
    private final java.util.Set<String> agents = new java.util.HashSet<>();
    private List<String> words = List.of();
    private boolean readBack;
    private @Nullable PersonName asked;
    private boolean booking;
    private String part = "";
    private String asksPart = "";

    Names(boolean cased) {
        this.cased = cased;
    }

    Track track() {
        return track;
    }

    void agent(Speech speech) {
        var tokens = speech.tokens();
        readBack = false;
        asksPart = "";
        for (int i = 0; i < tokens.size(); i++) {
            var cue = CUES.at(tokens, i);
            if (cue != null && (cue.value().equals("first") || cue.value().equals("last"))) {
                asksPart = cue.value();
            }
            if (cue != null && !cue.value().equals("under")) {
                var name = PersonName.at(tokens, i + cue.length(), cased, false);
                if (name != null && track.value() == null) {
                    agents.add(Tokens.plain(name.words().getFirst()));
                }
            }
        }
        if (words.isEmpty()) {
            asked = asked(tokens);
            return;
        }
        var plain = words.stream().map(Tokens::plain).toList();
        for (int i = 0; i + plain.size() <= tokens.size(); i++) {
            int at = i;
            boolean all = java.util.stream.IntStream.range(0, plain.size())
                    .allMatch(n -> tokens.get(at + n).word().equals(plain.get(n)));
            var rest = all ? Clause.after(tokens, i + plain.size(), tokens.size()) : List.<Token>of();
            int end = i + plain.size() + rest.size();
            readBack |= all && end < tokens.size() && tokens.get(end).isMark("?");
        }
    }

    /** "Let me check: John Smith?" */
    private @Nullable PersonName asked(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            var name = PersonName.at(tokens, i, true, false);
            if (name == null || !name.known()) {
                continue;
            }
            var rest = Clause.after(tokens, name.to(), tokens.size());
            int end = name.to() + rest.size();
            boolean question = end < tokens.size() && tokens.get(end).isMark("?");
            if (question && (rest.isEmpty() && name.words().size() > 1 || rest.size() <= 4 && CHECKING.anyIn(rest))) {
                return name;
            }
        }
        return null;
    }

    void caller(Speech speech, Set<Topic> topics) {
        var tokens = speech.tokens();
        var name = introduced(tokens, topics.contains(Topic.NAME));
        if (name == null && (asked != null || topics.contains(Topic.NAME))) {
            name = denied(tokens);
        }
        if (name == null && topics.contains(Topic.NAME)) {
            name = answered(tokens);
        }
        if (name != null) {
            take(name, speech);
            takeBack(name, speech);
        }
        part = asksPart;
        correct(speech, topics);
        if (asked != null && words.isEmpty() && YES.isAt(tokens, firstWord(tokens))) {
            int yes = firstWord(tokens);
            state(
                    asked.words(),
                    speech,
                    yes,
                    yes + YES.length(tokens, yes),
                    List.of("= " + String.join(" ", asked.words())));
            readBack = true;
        }
        if (readBack && track.current() != null) {
            int yes = firstWord(tokens);
            if (YES.isAt(tokens, yes)) {
                track.confirm(speech.places(yes, yes + YES.length(tokens, yes)));
            }
        }
        readBack = false;
        asked = null;
    }

    /** "Mr. Harmon? — No, Harlan." */
    private @Nullable PersonName denied(List<Token> tokens) {
        int at = firstWord(tokens);
        int no = NO.length(tokens, at);
        if (no == 0) {
            return null;
        }
        at += no;
        while (at < tokens.size() && (tokens.get(at).kind() == Token.Kind.MARK || Fillers.length(tokens, at) > 0)) {
            at += Math.max(1, Fillers.length(tokens, at));
        }
        var name = PersonName.at(tokens, at, cased, false);
        return name != null && name.known() && !isAgents(name) ? name : null;
    }

    /** "Marina Brown, sorry, Baker", "will turner no sorry william turner". */
    private void takeBack(PersonName name, Speech speech) {
        var tokens = speech.tokens();
        int at = name.to();
        int fix = 0;
        while (at < tokens.size()
                && (tokens.get(at).isMark(",")
                        || tokens.get(at).isMark(".")
                        || Pieces.FIX.isAt(tokens, at)
                        || NO.isAt(tokens, at))) {
            int length = Math.max(Pieces.FIX.length(tokens, at), NO.length(tokens, at));
            fix += length;
            at += Math.max(1, length);
        }
        var other = fix == 0 ? null : PersonName.at(tokens, at, cased, true);
        if (other == null || other.from() != at || words.isEmpty()) {
            return;
        }
        if (other.words().size() > 1) {
            state(other.words(), speech, at, other.to(), List.of("= " + String.join(" ", other.words())));
        } else if (words.size() > 1
                && !other.known()
                && (cased || like(tokens.get(at).word()) >= 0)) {
            exchange(words.size() - 1, other.words().getFirst(), speech, at, other.to());
        }
    }

    private static int firstWord(List<Token> tokens) {
        int at = 0;
        while (at < tokens.size() && tokens.get(at).kind() == Token.Kind.MARK) {
            at++;
        }
        return at;
    }

    private @Nullable PersonName introduced(List<Token> tokens, boolean asked) {
        PersonName found = null;
        for (int i = 0; i < tokens.size(); i++) {
            var cue = CUES.at(tokens, i);
            if (cue == null) {
                var alone = found == null && cased ? alone(tokens, i) : null;
                found = alone == null ? found : alone;
                var before = i > 0 && tokens.get(i - 1).isWord() ? null : named(tokens, i);
                found = found == null ? before : found;
                continue;
            }
            var name = after(tokens, i, cue, asked);
            if (name != null) {
                found = found == null ? name : joined(found, name, cue.value());
                i = name.to() - 1;
            } else if (isWeak(cue)) {
                i += cue.length() - 1;
            }
        }
        return found;
    }

    /** "Yes please. Michael Turner, work is …", "Kevin Walsh with Pearl Supply". */
    private @Nullable PersonName alone(List<Token> tokens, int at) {
        boolean begins = at == 0
                || tokens.get(at - 1).kind() == Token.Kind.MARK
                        && !tokens.get(at - 1).isMark("-")
                || startsAnswer(tokens, at);
        var name = begins ? PersonName.at(tokens, at, true, false) : null;
        if (name == null
                || !name.known()
                || name.words().size() < 2
                || name.from() != at
                || isAgents(name)
                || isOthers(tokens, at)) {
            return null;
        }
        boolean ends = name.to() == tokens.size()
                || tokens.get(name.to()).kind() == Token.Kind.MARK
                        && !tokens.get(name.to()).isMark("-")
                || FROM.isAt(tokens, name.to());
        return ends ? name : null;
    }

    /** "John Smith here", "Иванова слушает". */
    private @Nullable PersonName named(List<Token> tokens, int at) {
        var name = PersonName.at(tokens, at, cased, false);
        boolean says = name != null && name.known() && AFTER.isAt(tokens, name.to());
        return says && !isAgents(name) && !isOthers(tokens, at) ? name : null;
    }

    private @Nullable PersonName after(List<Token> tokens, int i, Words.Hit cue, boolean asked) {
        int from = i + cue.length();
        while (from < tokens.size()
                && (tokens.get(from).isMark(",")
                        || tokens.get(from).isMark(":")
                        || tokens.get(from).isMark("—")
                        || tokens.get(from).isMark("-")
                        || Fillers.length(tokens, from) > 0)) {
            from += Math.max(1, Fillers.length(tokens, from));
        }
        boolean strong = !isWeak(cue) || asked && i < ANSWER_BEGINS;
        var name = PersonName.at(tokens, from, cased, strong);
        if (name == null || isOthers(tokens, i) || isAgents(name)) {
            return null;
        }
        booking = cue.value().equals("under");
        if (!strong
                && !name.known()
                && !(cased && cue.value().equals("own") && name.words().size() > 1)
                && !(cased && i < ANSWER_BEGINS && (name.words().size() > 1 || AFTER.isAt(tokens, name.to())))) {
            return null;
        }
        var whole = whole(tokens, name);
        if (whole != null) {
            return whole;
        }
        var words = booking ? RussianCases.nominative(name.words()) : name.words();
        return new PersonName(words, name.known(), name.from(), name.to());
    }

    /** "Bond, James Bond". */
    private @Nullable PersonName whole(List<Token> tokens, PersonName name) {
        if (name.words().size() > 1
                || name.to() >= tokens.size()
                || !tokens.get(name.to()).isMark(",")) {
            return null;
        }
        var whole = PersonName.at(tokens, name.to() + 1, cased, true);
        boolean same = whole != null
                && whole.words().size() > 1
                && whole.words().getLast().equals(name.words().getFirst());
        return same ? whole : null;
    }

    private static boolean isWeak(Words.Hit cue) {
        return cue.value().equals("weak") || cue.value().equals("own");
    }

    private boolean isAgents(PersonName name) {
        return name.words().size() == 1
                && agents.contains(Tokens.plain(name.words().getFirst()));
    }

    /** "first name John, last name Smith". */
    private static PersonName joined(PersonName one, PersonName other, String cue) {
        if (!cue.equals("last") && !cue.equals("first") && !cue.equals("middle")) {
            return cue.equals("strong") || cue.equals("under") ? other : one;
        }
        var words = new ArrayList<>(one.words());
        boolean before = cue.equals("first") && other.words().stream().noneMatch(word -> word.codePointAt(0) > 0x3ff);
        other.words().stream()
                .filter(word -> !words.contains(word))
                .forEach(word -> words.add(before ? 0 : words.size(), word));
        return new PersonName(
                List.copyOf(words),
                one.known() || other.known(),
                Math.min(one.from(), other.from()),
                Math.max(one.to(), other.to()));
    }

    private @Nullable PersonName answered(List<Token> tokens) {
        PersonName best = null;
        for (int i = 0; i < tokens.size(); i++) {
            if (i > 0
                    && tokens.get(i - 1).isWord()
                    && cased
                    && tokens.get(i).isWord()
                    && !tokens.get(i).isCapitalised()) {
                continue;
            }
            boolean first = i == 0 || tokens.get(i - 1).kind() == Token.Kind.MARK;
            int under = UNDER.length(tokens, i);
            boolean begins = i < ANSWER_BEGINS && startsAnswer(tokens, i);
            if (under > 0 && begins) {
                var governed = PersonName.at(tokens, i + under, cased, true);
                if (governed != null) {
                    return new PersonName(
                            RussianCases.nominative(governed.words()),
                            governed.known(),
                            governed.from(),
                            governed.to());
                }
            }
            var name = PersonName.at(tokens, i, cased, begins);
            if (name == null || isAgents(name)) {
                continue;
            }
            boolean other = isOthers(tokens, i);
            boolean usual = name.known()
                    || begins && (cased || name.words().size() <= 3)
                    || first && cased && name.words().size() > 1;
            if (!other && usual && (best == null || value(name) > value(best))) {
                best = name;
            }
            i = name.to() - 1;
        }
        return best;
    }

    /** "my landlord, Victor", "n as in nancy". */
    private static boolean isOthers(List<Token> tokens, int at) {
        var before = tokens.subList(Math.max(0, at - 3), at);
        return OTHER_PEOPLE.anyIn(before)
                || RELATIONS.anyIn(before)
                || AS_IN.anyIn(tokens.subList(Math.max(0, at - 2), at));
    }

    private int value(PersonName name) {
        boolean whole = name.words().size() > 1;
        return (name.known() ? 2 : 0) + (whole ? 1 : 0) + (whole && cased && name.from() == 0 ? 3 : 0);
    }

    private static boolean startsAnswer(List<Token> tokens, int at) {
        int i = 0;
        while (i < at) {
            int skipped = Math.max(
                    Math.max(YES.length(tokens, i), Fillers.length(tokens, i)),
                    tokens.get(i).kind() == Token.Kind.MARK ? 1 : 0);
            if (skipped == 0) {
                return false;
            }
            i += skipped;
        }
        return i == at;
    }

    private void take(PersonName name, Speech speech) {
        var said = name.words();
        if (!words.isEmpty() && !said.equals(words)) {
            if (words.containsAll(said)) {
                return;
            }
            var both = together(said);
            if (both == null && !booking && said.size() <= words.size() && !isCorrection(speech)) {
                return;
            }
            said = both == null ? said : both;
        }
        state(said, speech, name.from(), name.to(), List.of("= " + String.join(" ", said)));
    }

    private static boolean isCorrection(Speech speech) {
        return Pieces.FIX.anyIn(speech.tokens()) || NO.anyIn(speech.tokens());
    }

    /** A given name and a surname that were told one after the other. */
    private @Nullable List<String> together(List<String> said) {
        if (said.containsAll(words)) {
            return said;
        }
        if (words.size() == 1 && said.size() == 1) {
            if (part.equals("last") && asksPart.equals("first")) {
                return List.of(said.getFirst(), words.getFirst());
            }
            if (part.equals("first") && asksPart.equals("last")) {
                return List.of(words.getFirst(), said.getFirst());
            }
            boolean known = GIVEN.value(words.getFirst()) != null;
            boolean other = GIVEN.value(said.getFirst()) != null;
            if (known && !other) {
                return List.of(words.getFirst(), said.getFirst());
            }
            return other && !known ? List.of(said.getFirst(), words.getFirst()) : null;
        }
        return null;
    }

    private void state(List<String> said, Speech speech, int from, int to, List<String> decoding) {
        words = said;
        track.state(String.join(" ", said), said, Certainty.STATED, speech.places(from, to), decoding);
    }

    /** "s m y t h", "not Jon, John". */
    private void correct(Speech speech, Set<Topic> topics) {
        var tokens = speech.tokens();
        for (var run : NameSpelling.in(tokens)) {
            if (run.to() < tokens.size() && (Pieces.AT.isAt(tokens, run.to()) || Pieces.SIGNS.isAt(tokens, run.to()))) {
                continue;
            }
            var spelled = PersonName.capitalised(run.letters(), false);
            int like = like(run.letters());
            if (like >= 0 && !words.get(like).equalsIgnoreCase(spelled)) {
                exchange(like, spelled, speech, run.from(), run.to());
                goOn(speech, run.to(), topics);
            } else if (like < 0
                    && (topics.contains(Topic.SPELL) || topics.contains(Topic.NAME))
                    && !topics.contains(Topic.EMAIL)
                    && words.size() == 1) {
                state(
                        List.of(words.getFirst(), spelled),
                        speech,
                        run.from(),
                        run.to(),
                        List.of("= " + words.getFirst() + " " + spelled));
            }
        }
        for (int i = 0; i < tokens.size() && !words.isEmpty(); i++) {
            boolean corrects = NO.isAt(tokens, i) || Pieces.FIX.isAt(tokens, i) || NOT.isAt(tokens, i);
            if (!corrects || i > 0 && tokens.get(i - 1).kind() == Token.Kind.EMAIL) {
                continue;
            }
            for (int j = i + 1; j < Math.min(tokens.size(), i + 8); j++) {
                var word = tokens.get(j);
                int like =
                        word.isWord() && word.word().length() > 2 && !Numbers.isAt(tokens, j) ? like(word.word()) : -1;
                boolean refused = NOT.isAt(tokens, j - 1) && !tokens.get(j - 1).isMark(",");
                if (like >= 0
                        && !refused
                        && !Tokens.plain(words.get(like)).equals(word.word())
                        && (word.isCapitalised() || !cased)) {
                    exchange(like, PersonName.capitalised(word.text(), cased), speech, j, j + 1);
                    return;
                }
            }
        }
    }

    /** "steven, s t e p h e n, king": the surname, at the end of the answer. */
    private void goOn(Speech speech, int behind, Set<Topic> topics) {
        var tokens = speech.tokens();
        int at = behind < tokens.size() && tokens.get(behind).isMark(",") ? behind + 1 : behind;
        var name = words.size() == 1 && topics.contains(Topic.NAME) ? PersonName.at(tokens, at, cased, true) : null;
        boolean ends = name != null
                && name.words().size() == 1
                && (name.to() == tokens.size() || tokens.get(name.to()).isMark("."));
        if (ends) {
            var both = List.of(words.getFirst(), name.words().getFirst());
            state(both, speech, at, name.to(), List.of("= " + String.join(" ", both)));
        }
    }

    private void exchange(int at, String word, Speech speech, int from, int to) {
        var changed = new ArrayList<>(words);
        var before = String.join(" ", words);
        changed.set(at, word);
        var value = String.join(" ", changed);
        state(
                List.copyOf(changed),
                speech,
                from,
                to,
                List.of(before, "«" + Decoding.said(speech.tokens(), from, to) + "»", "= " + value));
    }

    private int like(String letters) {
        int best = -1;
        for (int i = 0; i < words.size(); i++) {
            var word = Tokens.plain(words.get(i));
            if (Likeness.of(word, letters)
                    && (best < 0
                            || Likeness.distance(word, letters)
                                    < Likeness.distance(Tokens.plain(words.get(best)), letters))) {
                best = i;
            }
        }
        return best;
    }

    @Nullable
    String value() {
        return words.isEmpty() ? null : Objects.requireNonNull(String.join(" ", words));
    }
}
