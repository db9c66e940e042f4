package dev.parley.leads;

import dev.parley.elevenlabs.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The score: a sum of named signals, so that a person can see why. */
final class Score {

    private static final Set<String> BUDGET_IDS = Set.of("budget", "бюджет", "price_range");
    private static final Set<String> DATE_IDS =
            Set.of("date", "appointment", "meeting_date", "timeline", "дата", "срок");
    private static final int ENGAGED_TURNS = 4;
    private static final int LONG_SECONDS = 60;
    private static final double POSITIVE = 0.2;

    private Score() {}

    static List<ScoreSignal> signals(
            Conversation conversation,
            @Nullable Double sentiment,
            Map<LeadField, String> values,
            List<Evidence> evidence,
            Collected collected) {
        var signals = new ArrayList<ScoreSignal>();
        for (var field : values.keySet()) {
            signals.add(new ScoreSignal(field.key(), points(field), turn(values.get(field), field, evidence)));
        }
        addIf(signals, collected.hasAny(BUDGET_IDS), "budget", 15);
        addIf(signals, collected.hasAny(DATE_IDS), "date", 10);
        var analysis = conversation.analysis();
        addIf(signals, analysis != null && analysis.callSuccessful().equals("success"), "call_successful", 10);
        addIf(signals, sentiment != null && sentiment >= POSITIVE, "positive_sentiment", 5);
        addIf(signals, callersTurns(conversation) >= ENGAGED_TURNS, "engaged", 5);
        var seconds = conversation.metadata().callDurationSecs();
        addIf(signals, seconds != null && seconds >= LONG_SECONDS, "long_conversation", 5);
        return List.copyOf(signals);
    }

    private static int points(LeadField field) {
        return switch (field) {
            case EMAIL, PHONE -> 20;
            case NAME, COMPANY -> 10;
        };
    }

    private static void addIf(List<ScoreSignal> signals, boolean holds, String name, int points) {
        if (holds) {
            signals.add(new ScoreSignal(name, points, null));
        }
    }

    /** Where the chosen value was said; where another one was said is no reason for points. */
    private static @Nullable Integer turn(String value, LeadField field, List<Evidence> evidence) {
        return evidence.stream()
                .filter(one -> one.field().equals(field.key()) && one.value().equals(value) && one.turn() != null)
                .map(Evidence::turn)
                .findFirst()
                .orElse(null);
    }

    private static long callersTurns(Conversation conversation) {
        return conversation.transcript().stream().filter(TurnText::isSpeech).count();
    }
}
