package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the list gives it: without transcript, caller and cost.
 *
 * @param agentId empty when the list does not say
 * @param status initiated, in-progress, processing, done, failed, or a newer value; empty when the list does not say
 * @param callSuccessful success, failure, unknown, or a newer value
 * @param transcriptSummary only when asked for by {@link ConversationQuery.Builder#includeSummaries}
 * @param direction inbound, outbound or null when it was no phone call
 * @param raw the whole item
 */
public record ConversationSummary(
        String conversationId,
        String agentId,
        @Nullable String agentName,
        @Nullable String branchId,
        @Nullable String versionId,
        long startTimeUnixSecs,
        int callDurationSecs,
        int messageCount,
        String status,
        String callSuccessful,
        @Nullable Double callSuccessScore,
        String terminationReason,
        @Nullable String transcriptSummary,
        @Nullable String callSummaryTitle,
        @Nullable String mainLanguage,
        @Nullable String direction,
        @Nullable String conversationInitiationSource,
        @Nullable Double rating,
        List<String> toolNames,
        List<String> tagIds,
        @Nullable Sentiment sentimentAnalysis,
        JsonNode raw) {

    public ConversationSummary {
        toolNames = List.copyOf(toolNames);
        tagIds = List.copyOf(tagIds);
    }

    /** @throws UnexpectedResponseException when it has no id: then nothing can be asked about it */
    static ConversationSummary read(JsonNode item) {
        return new ConversationSummary(
                Json.required(item, "conversation_id"),
                Json.text(item, "agent_id", ""),
                Json.text(item, "agent_name"),
                Json.text(item, "branch_id"),
                Json.text(item, "version_id"),
                item.path("start_time_unix_secs").asLong(0),
                item.path("call_duration_secs").asInt(0),
                item.path("message_count").asInt(0),
                Json.text(item, "status", ""),
                Json.text(item, "call_successful", "unknown"),
                Json.number(item, "call_success_score"),
                Json.text(item, "termination_reason", ""),
                Json.text(item, "transcript_summary"),
                Json.text(item, "call_summary_title"),
                Json.text(item, "main_language"),
                Json.text(item, "direction"),
                Json.text(item, "conversation_initiation_source"),
                Json.number(item, "rating"),
                Json.texts(item, "tool_names"),
                Json.texts(item, "tag_ids"),
                Sentiment.read(item.path("sentiment_analysis")),
                item);
    }

    public Instant startTime() {
        return Instant.ofEpochSecond(startTimeUnixSecs);
    }

    /** Whether the call is over and analysed, or has failed. */
    public boolean isFinished() {
        return ConversationStatus.isFinished(status);
    }

    /** Without content: it is personal. */
    @Override
    public String toString() {
        return "ConversationSummary[" + conversationId + " " + status + "]";
    }
}
