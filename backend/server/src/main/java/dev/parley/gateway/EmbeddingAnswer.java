package dev.parley.gateway;

import com.openai.errors.OpenAIInvalidDataException;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.Embedding;
import java.util.Comparator;
import java.util.List;

/**
 * What OpenAI answered.
 *
 * @param vectors one for each text, in their order
 * @param tokens what they were counted as
 */
record EmbeddingAnswer(List<float[]> vectors, long tokens) {

    /** @throws OpenAIInvalidDataException when it is not what was asked for */
    static EmbeddingAnswer of(CreateEmbeddingResponse answer, int texts, int dimensions) {
        var vectors = answer.data().stream()
                .sorted(Comparator.comparingLong(Embedding::index))
                .map(EmbeddingAnswer::vector)
                .toList();
        if (vectors.size() != texts || vectors.stream().anyMatch(vector -> vector.length != dimensions)) {
            throw new OpenAIInvalidDataException("Not a vector of the length asked for with each text");
        }
        return new EmbeddingAnswer(vectors, answer.usage().totalTokens());
    }

    private static float[] vector(Embedding embedding) {
        var numbers = embedding.embedding();
        var vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = numbers.get(i);
        }
        return vector;
    }
}
