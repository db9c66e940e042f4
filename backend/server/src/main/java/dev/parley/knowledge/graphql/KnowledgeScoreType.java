package dev.parley.knowledge.graphql;

import dev.parley.knowledge.search.Hit;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** What a hit's score is made of, as the API shows it. */
@Type("KnowledgeScore")
@Description("What a hit's score is made of: 1 / (60 + textRank) + 1 / (60 + vectorRank).")
public record KnowledgeScoreType(Hit.Score score) {

    @Description("Its rank by words, from 1; null when it is not among the 50 best.")
    public @Nullable Integer getTextRank() {
        return score.textRank();
    }

    @Description("By words: the rarer the words that it shares with the question, the higher.")
    public @Nullable Double getTextScore() {
        return score.textScore();
    }

    @Description(
            "Its rank by embedding, from 1; null when it is not among the 50 best, or has next to nothing in common.")
    public @Nullable Integer getVectorRank() {
        return score.vectorRank();
    }

    @Description("By embedding: cosine similarity with the question, up to 1.")
    public @Nullable Double getSimilarity() {
        return score.similarity();
    }
}
