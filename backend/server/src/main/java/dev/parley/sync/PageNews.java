package dev.parley.sync;

import dev.parley.conversations.CallOutcome;
import dev.parley.conversations.Conversation;
import dev.parley.elevenlabs.ConversationSummary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which conversations of a page are worth asking for: the unknown, the unfinished, and those that look different now. */
final class PageNews {

    private PageNews() {}

    static List<ConversationSummary> of(List<ConversationSummary> page, Map<String, Conversation> known) {
        return page.stream()
                .filter(summary -> isNews(summary, known.get(summary.conversationId())))
                .toList();
    }

    private static boolean isNews(ConversationSummary summary, @Nullable Conversation known) {
        if (known == null) {
            return true;
        }
        if (!summary.isFinished() || !summary.status().equals(known.status())) {
            return true;
        }
        var sentiment = summary.sentimentAnalysis();
        return summary.callDurationSecs() != Objects.requireNonNullElse(known.durationSeconds(), 0)
                || summary.startTimeUnixSecs() != known.startedAt().getEpochSecond()
                || !CallOutcome.stored(summary.callSuccessful()).equals(known.callSuccessful())
                || said(summary.transcriptSummary(), known.summary())
                || said(summary.callSummaryTitle(), known.title())
                || said(sentiment == null ? null : sentiment.overallSentimentScore(), known.sentimentScore());
    }

    /** The list may leave things out; only what it says can differ. */
    private static boolean said(@Nullable Object now, @Nullable Object before) {
        return now != null && !now.equals(before);
    }
}
