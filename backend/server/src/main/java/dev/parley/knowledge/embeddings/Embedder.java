package dev.parley.knowledge.embeddings;

import dev.parley.gateway.UpstreamException;
import java.util.List;

/**
 * Makes a vector of length 1 of a text, so that texts about the same are near each other. Vectors of different models cannot be
 * compared.
 */
public interface Embedder {

    /** How many numbers each vector has. */
    int DIMENSIONS = 1536;

    /** The name that is kept with each vector. */
    String model();

    /** Whether it matches words only, not what they mean; people should be told. */
    boolean isOffline();

    /**
     * For documents: may take minutes, tries again where that helps. Never call it inside a transaction.
     *
     * @param texts none of them blank; any number
     * @return a vector for each text, in their order
     * @throws UpstreamException when the service does not give them
     */
    List<float[]> embed(List<String> texts);

    /**
     * For a question that somebody waits with: three seconds at most, no second try. Never call it inside a transaction.
     *
     * @throws UpstreamException when the service does not give it
     */
    float[] embedQuery(String text);
}
