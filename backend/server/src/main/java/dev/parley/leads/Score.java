package dev.parley.leads;

import dev.parley.elevenlabs.Conversation;
import dev.parley.leads.reading.Place;
import dev.parley.leads.reading.Reading;
import dev.parley.leads.reading.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The score: a sum of named signals, so that a person can see why. */
final class Score {

    private static final int MOST = 100;
    private static final Set<String> BUDGET_IDS = Set.of("budget", "бюджет", "price_range");
    private static final Set<String> DATE_IDS =
            Set.of("date", "appointment", "meeting_date", "timeline", "дата", "срок");
    private static final int ENGAGED_TURNS = 4;
    private static final int LONG_SECONDS = 60;
    private static final double POSITIVE = 0.2;
    private static final double NEGATIVE = -0.2;

    private final List<ScoreSignal> signals = new ArrayList<>();

    private Score() {}

    static List<ScoreSignal> signals(
            Conversation conversation,
            @Nullable Double sentiment,
            Map<LeadField, String> values,
            List<Evidence> evidence,
            Collected collected,
            Reading reading) {
        var score = new Score();
        for (var field : LeadField.values()) {
            var value = values.get(field);
            if (value != null) {
                score.add(contact(field, value, evidence));
            }
        }
        score.add(reading.outcome().sure(), "intent", 10, reading.outcome().interest());
        var remarks = reading.remarks();
        score.add(
                collected.hasAny(BUDGET_IDS) || remarks.containsKey(Remark.BUDGET),
                "budget",
                15,
                remarks.get(Remark.BUDGET));
        score.add(
                collected.hasAny(DATE_IDS) || remarks.containsKey(Remark.TIMING),
                "date",
                10,
                remarks.get(Remark.TIMING));
        score.add(remarks.containsKey(Remark.CALL_ME), "callback", 5, remarks.get(Remark.CALL_ME));
        var analysis = conversation.analysis();
        var result = analysis == null ? "unknown" : analysis.callSuccessful();
        score.add(result.equals("success"), "call_successful", 10, null);
        score.add(result.equals("failure"), "call_failed", -5, null);
        var evaluations = analysis == null
                ? List.<String>of()
                : List.copyOf(analysis.evaluations().values());
        score.add(evaluations.contains("success") && !evaluations.contains("failure"), "evaluations_passed", 5, null);
        score.add(evaluations.contains("failure"), "evaluation_failed", -5, null);
        score.add(sentiment != null && sentiment >= POSITIVE, "positive_sentiment", 5, null);
        score.add(sentiment != null && sentiment <= NEGATIVE, "negative_sentiment", -10, null);
        score.add(callersTurns(conversation) >= ENGAGED_TURNS, "engaged", 5, null);
        var seconds = conversation.metadata().callDurationSecs();
        score.add(seconds != null && seconds >= LONG_SECONDS, "long_conversation", 5, null);
        score.add(remarks.containsKey(Remark.DO_NOT_CALL), "do_not_call", -20, remarks.get(Remark.DO_NOT_CALL));
        var refusal = reading.outcome().refusal();
        score.add(refusal != null, "not_a_lead", -50, refusal == null ? null : refusal.place());
        return score.withinLimits();
    }

    private static ScoreSignal contact(LeadField field, String value, List<Evidence> evidence) {
        var rows = evidence.stream()
                .filter(one -> one.field().equals(field.key()) && value.equals(one.value()))
                .toList();
        var state = rows.isEmpty() ? EvidenceState.INFERRED : rows.getFirst().state();
        var turn = rows.stream()
                .map(Evidence::turn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        int most = field == LeadField.EMAIL || field == LeadField.PHONE ? 20 : 10;
        int points =
                switch (state) {
                    case CONFIRMED -> most;
                    case STATED -> most - most / 10;
                    case INFERRED, CALLER_ID -> most / 2;
                    case CONTRADICTED, UNDECODABLE -> 0;
                };
        return new ScoreSignal(field.key(), points, turn);
    }

    private void add(boolean holds, String name, int points, @Nullable Place place) {
        if (holds) {
            add(new ScoreSignal(name, points, place == null ? null : place.turn()));
        }
    }

    private void add(ScoreSignal signal) {
        signals.add(signal);
    }

    /** What goes beyond 0 and 100 is a signal of its own, so that the points add up to the score. */
    private List<ScoreSignal> withinLimits() {
        int sum = signals.stream().mapToInt(ScoreSignal::points).sum();
        int beyond = Math.clamp(sum, 0, MOST) - sum;
        add(beyond != 0, "limit", beyond, null);
        return List.copyOf(signals);
    }

    private static long callersTurns(Conversation conversation) {
        return conversation.transcript().stream().filter(TurnText::isSpeech).count();
    }
}
