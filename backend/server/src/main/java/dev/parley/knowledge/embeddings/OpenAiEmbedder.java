package dev.parley.knowledge.embeddings;

import dev.parley.gateway.OpenAiGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Asks OpenAI, for one client. */
final class OpenAiEmbedder implements Embedder {

    private final OpenAiGateway openAi;
    private final UUID clientId;

    OpenAiEmbedder(OpenAiGateway openAi, UUID clientId) {
        this.openAi = openAi;
        this.clientId = clientId;
    }

    @Override
    public String model() {
        return openAi.model();
    }

    @Override
    public boolean isOffline() {
        return false;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        var vectors = new ArrayList<float[]>(texts.size());
        for (var batch : Batches.of(texts)) {
            vectors.addAll(openAi.embeddings(clientId, batch, DIMENSIONS));
        }
        return vectors;
    }

    @Override
    public float[] embedQuery(String text) {
        return openAi.embeddingNow(clientId, text, DIMENSIONS);
    }
}
