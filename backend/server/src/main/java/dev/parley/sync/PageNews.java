package dev.parley.sync;

import dev.parley.conversations.CallOutcome;
import dev.parley.conversations.Conversation;
import dev.parley.elevenlabs.ConversationSummary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
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
        if (known.deletedAtSource() != null) {
            return false; // a difference is what made it known
        }
        return !summary.isFinished()
                || !summary.status().equals(known.status())
                || (summary.messageCount() == 0 && known.turnCount() > 0)
                || differs(summary, known);
    }

    /** Those that ElevenLabs lists although it was seen without them, or without what they said. */
    static Stream<String> listedThoughDeleted(List<ConversationSummary> page, Map<String, Conversation> known) {
        return page.stream().map(ConversationSummary::conversationId).filter(id -> {
            var conversation = known.get(id);
            return conversation != null && conversation.deletedAtSource() != null;
        });
    }

    private static boolean differs(ConversationSummary summary, Conversation known) {
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
