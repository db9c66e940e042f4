package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What ElevenLabs made of a conversation.
 *
 * @param callSuccessful success, failure, unknown, or a newer value
 * @param dataCollection values by item id; items without a value are left out
 * @param sentimentScore -1..1
 */
public record Analysis(
        String callSuccessful,
        @Nullable String transcriptSummary,
        @Nullable String callSummaryTitle,
        Map<String, String> dataCollection,
        @Nullable Double sentimentScore,
        JsonNode raw) {

    static Analysis read(JsonNode analysis, JsonNode detail) {
        return new Analysis(
                analysis.path("call_successful").asText("unknown"),
                Json.text(analysis, "transcript_summary"),
                Json.text(analysis, "call_summary_title"),
                dataCollection(analysis),
                sentiment(analysis, detail),
                analysis);
    }

    private static Map<String, String> dataCollection(JsonNode analysis) {
        var values = new LinkedHashMap<String, String>();
        analysis.path("data_collection_results")
                .properties()
                .forEach(item -> put(values, item.getKey(), item.getValue().path("value")));
        for (var item : analysis.path("data_collection_results_list")) {
            put(values, item.path("data_collection_id").asText(""), item.path("value"));
        }
        return Collections.unmodifiableMap(values);
    }

    private static void put(Map<String, String> values, String id, JsonNode value) {
        if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
            values.putIfAbsent(id, value.asText().strip());
        }
    }

    private static @Nullable Double sentiment(JsonNode analysis, JsonNode detail) {
        for (var place : new JsonNode[] {analysis, detail}) {
            var score = place.path("sentiment_analysis").path("overall_sentiment_score");
            if (score.isNumber()) {
                return score.doubleValue();
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "Analysis[" + callSuccessful + "]";
    }
}
