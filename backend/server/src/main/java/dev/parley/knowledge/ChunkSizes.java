package dev.parley.knowledge;

import dev.parley.clients.ClientSettings;
import dev.parley.knowledge.chunks.ChunkSettings;

/** How a client wants its documents cut. */
final class ChunkSizes {

    private ChunkSizes() {}

    static ChunkSettings of(ClientSettings.Current client) {
        return new ChunkSettings(client.chunkCharacters(), client.chunkOverlap());
    }
}
