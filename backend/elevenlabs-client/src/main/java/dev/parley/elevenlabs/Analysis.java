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
 * @param evaluations success, failure, unknown, or a newer value, by criterion id
 * @param sentimentScore -1..1; the API promises it for list items only
 */
public record Analysis(
        String callSuccessful,
        @Nullable Double callSuccessScore,
        @Nullable String transcriptSummary,
        @Nullable String callSummaryTitle,
        Map<String, String> dataCollection,
        Map<String, String> evaluations,
        @Nullable Double sentimentScore,
        JsonNode raw) {

    static Analysis read(JsonNode analysis, JsonNode detail) {
        return new Analysis(
                Json.text(analysis, "call_successful", "unknown"),
                Json.number(analysis, "call_success_score"),
                Json.text(analysis, "transcript_summary"),
                Json.text(analysis, "call_summary_title"),
                dataCollection(analysis),
                evaluations(analysis),
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

    private static Map<String, String> evaluations(JsonNode analysis) {
        var results = new LinkedHashMap<String, String>();
        analysis.path("evaluation_criteria_results")
                .properties()
                .forEach(item -> put(results, item.getKey(), item.getValue().path("result")));
        for (var item : analysis.path("evaluation_criteria_results_list")) {
            put(results, item.path("criteria_id").asText(""), item.path("result"));
        }
        return Collections.unmodifiableMap(results);
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
