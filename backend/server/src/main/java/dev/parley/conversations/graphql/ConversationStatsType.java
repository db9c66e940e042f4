package dev.parley.conversations.graphql;

import dev.parley.conversations.CallOutcome;
import dev.parley.conversations.ConversationFigures;
import dev.parley.conversations.ConversationStatus;
import dev.parley.graphql.DayCount;
import dev.parley.graphql.ListSize;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** Figures of conversations as the API shows them. */
@Type("ConversationStats")
@Description("Figures of the conversations of a period.")
public record ConversationStatsType(ConversationFigures figures) {

    @Description("How many there were.")
    public Integer getCount() {
        return figures.count();
    }

    @Description("Average length in seconds, of those that have ended; null when none has.")
    public @Nullable Double getAverageDurationSeconds() {
        return figures.averageDuration();
    }

    @Description("Average from -1 (negative) to 1 (positive), of those it was measured for; null when for none.")
    public @Nullable Double getAverageSentimentScore() {
        return figures.averageSentiment();
    }

    @Description("Average number of turns; null when there were no conversations.")
    public @Nullable Double getAverageTurnCount() {
        return figures.averageTurns();
    }

    @ListSize(assumed = 5)
    @Description("How many by status; statuses without any are left out.")
    public List<ConversationStatusCount> getByStatus() {
        return list(
                figures.byStatus(),
                (status, count) -> new ConversationStatusCount(ConversationStatus.ofStored(status), count));
    }

    @ListSize(assumed = 3)
    @Description("How many by outcome; outcomes without any are left out.")
    public List<CallOutcomeCount> getByOutcome() {
        return list(
                figures.byOutcome(), (outcome, count) -> new CallOutcomeCount(CallOutcome.ofStored(outcome), count));
    }

    @ListSize(assumed = 5)
    @Description("How many by language.")
    public List<LanguageCount> getByLanguage() {
        return list(figures.byLanguage(), LanguageCount::new);
    }

    @ListSize(assumed = 30)
    @Description("How many by the day they began.")
    public List<DayCount> getByDay() {
        return list(figures.byDay(), DayCount::new);
    }

    private static <T> List<T> list(Map<String, Integer> counts, BiFunction<String, Integer, T> shown) {
        return counts.entrySet().stream()
                .map(count -> shown.apply(count.getKey(), count.getValue()))
                .toList();
    }
}
