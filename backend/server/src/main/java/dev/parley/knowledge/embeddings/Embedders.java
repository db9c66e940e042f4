package dev.parley.knowledge.embeddings;

import dev.parley.gateway.OpenAiGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Which embedder a client uses. */
@ApplicationScoped
public class Embedders {

    private final OpenAiGateway openAi;
    private final Embedder offline = new OfflineEmbedder();

    @Inject
    public Embedders(OpenAiGateway openAi) {
        this.openAi = openAi;
    }

    /** OpenAI with the client's own key, else with the installation's, else the one that needs none. */
    public Embedder of(UUID clientId) {
        return openAi.hasKey(clientId) ? new OpenAiEmbedder(openAi, clientId) : offline;
    }
}
