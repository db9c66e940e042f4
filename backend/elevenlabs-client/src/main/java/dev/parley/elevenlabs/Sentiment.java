package dev.parley.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How a caller felt.
 *
 * @param overallLabel positive, neutral, negative, or a newer value
 * @param overallSentimentScore -1..1
 * @param overallFrustrationScore 0..1
 */
public record Sentiment(
        String overallLabel,
        double overallSentimentScore,
        double overallFrustrationScore,
        double minUserSentimentScore,
        double maxUserFrustrationScore,
        int numScoredUserTurns) {

    static @Nullable Sentiment read(JsonNode sentiment) {
        return !sentiment.path("overall_sentiment_score").isNumber()
                ? null
                : new Sentiment(
                        Json.text(sentiment, "overall_label", "neutral"),
                        sentiment.path("overall_sentiment_score").doubleValue(),
                        sentiment.path("overall_frustration_score").asDouble(0),
                        sentiment.path("min_user_sentiment_score").asDouble(0),
                        sentiment.path("max_user_frustration_score").asDouble(0),
                        sentiment.path("num_scored_user_turns").asInt(0));
    }
}
