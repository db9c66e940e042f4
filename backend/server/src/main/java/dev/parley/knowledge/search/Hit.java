package dev.parley.knowledge.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passage that was found.
 *
 * @param start of its own text in the version's, in UTF-16 code units
 * @param end behind its own text
 * @param highlights the parts of the passage where the words stand, as HTML
 */
public record Hit(
        UUID documentId,
        int versionNumber,
        int start,
        int end,
        List<String> headingPath,
        String passage,
        List<String> highlights,
        Score score) {

    /**
     * Why it stands where it does; a rank is null when that half of the search has not found it.
     *
     * @param fused the sum of 1 / (60 + rank) over both ranks
     * @param textRank by its words, from 1
     * @param textScore the rarer the words that it shares with the question, the higher
     * @param vectorRank by its embedding, from 1
     * @param similarity cosine of the angle to the question's embedding, up to 1
     */
    public record Score(
            double fused,
            @Nullable Integer textRank,
            @Nullable Double textScore,
            @Nullable Integer vectorRank,
            @Nullable Double similarity) {}
}
