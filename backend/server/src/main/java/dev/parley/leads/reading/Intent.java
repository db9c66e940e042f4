package dev.parley.leads.reading;

import dev.parley.leads.reading.Outcome.Reason;
import dev.parley.leads.reading.Outcome.Refusal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weighs what callers say they want against what speaks against a lead. */
final class Intent {

    private static final Words INTEREST = Words.of("interest");
    private static final Words NO_LEAD = Words.of("no-lead");
    private static final Words NEGATION = Words.of("negation");
    private static final int MOST_TOKENS = 32_768;
    private static final int SURE = 3;
    private static final int SURE_INTEREST = 2;

    /** What speaks for one reason: how much, and where first and last. */
    private static final class Weight {
        int sum;
        int last = -1;
        int turn;
        final Set<String> said = new HashSet<>();

        @Nullable
        Place place;
    }

    private final Map<Reason, Weight> against = new EnumMap<>(Reason.class);
    private @Nullable Place interest;
    private boolean sure;
    private final Set<String> said = new HashSet<>();
    private int lastInterest = -1;

    void caller(Speech speech) {
        var tokens = speech.tokens();
        int at = 0;
        while (at < tokens.size()) {
            var no = NO_LEAD.at(tokens, at);
            var yes = INTEREST.at(tokens, at);
            if (no != null && (yes == null || no.length() >= yes.length())) {
                refuse(no, speech, at);
                at += no.length();
            } else if (yes != null) {
                if (!isNegated(tokens, at)) {
                    want(yes, speech, at);
                }
                at++;
            } else {
                at++;
            }
        }
    }

    /** "You have the wrong number", "send us your resume": agents notice that, too. */
    void agent(Speech speech) {
        for (int at = 0; at < speech.tokens().size(); at++) {
            var no = NO_LEAD.at(speech.tokens(), at);
            if (no != null
                    && (no.value().equals(Reason.WRONG_NUMBER.name())
                            || no.value().equals(Reason.JOB_SEEKER.name()))) {
                refuse(no, speech, at);
            }
        }
    }

    private void want(Words.Hit hit, Speech speech, int at) {
        boolean call = hit.value().equals("call");
        boolean strong = call || Integer.parseInt(hit.value()) >= SURE_INTEREST;
        if (interest == null || strong && !sure) {
            interest = speech.places(at, at + hit.length()).getFirst();
        }
        said.add(Decoding.said(speech.tokens(), at, at + hit.length()).toLowerCase(Locale.ROOT));
        sure |= strong || said.size() >= SURE_INTEREST;
        if (strong && !call) {
            lastInterest = place(speech, at);
        }
    }

    private void refuse(Words.Hit hit, Speech speech, int at) {
        var parts = hit.value().split(" ");
        var weight = against.computeIfAbsent(Reason.valueOf(parts[0]), reason -> new Weight());
        int worth = parts.length > 1 ? Integer.parseInt(parts[1]) : SURE;
        if (worth == 0 || !weight.said.add(Tokens.plain(Decoding.said(speech.tokens(), at, at + hit.length())))) {
            return;
        }
        weight.sum += worth;
        weight.last = place(speech, at);
        weight.turn = speech.turn();
        if (weight.place == null) {
            weight.place = speech.places(at, at + hit.length()).getFirst();
        }
    }

    private static int place(Speech speech, int at) {
        return speech.turn() * MOST_TOKENS + Math.min(at, MOST_TOKENS - 1);
    }

    private static boolean isNegated(List<Token> tokens, int at) {
        return at > 0 && NEGATION.isAt(tokens, at - 1)
                || at > 1
                        && NEGATION.isAt(tokens, at - 2)
                        && !tokens.get(at - 1).isMark(",");
    }

    /** @param lastContact the last turn in which the caller gave an e-mail address or a number; -1 when in none */
    Outcome outcome(int lastContact) {
        Refusal refusal = null;
        int most = 0;
        for (var entry : against.entrySet()) {
            var weight = entry.getValue();
            boolean wantsMore = entry.getKey() == Reason.DECLINED && lastContact >= weight.turn;
            boolean stands =
                    weight.sum >= SURE && !wantsMore && (entry.getKey().isFinal() || weight.last >= lastInterest);
            if (stands && weight.sum > most && weight.place != null) {
                refusal = new Refusal(entry.getKey(), weight.place);
                most = weight.sum;
            }
        }
        return new Outcome(interest, sure, refusal);
    }
}
