package dev.parley.knowledge.graphql;

import dev.parley.graphql.PageInfo;
import dev.parley.knowledge.DocumentChunk;
import dev.parley.persistence.Page;
import java.util.List;
import java.util.UUID;

/** Some chunks of a document, in their order. */
public record ChunkPage(UUID documentId, Page<DocumentChunk> page) {

    public List<ChunkType> getNodes() {
        return page.items().stream().map(ChunkType::new).toList();
    }

    public List<ChunkEdge> getEdges() {
        return page.items().stream()
                .map(chunk -> new ChunkEdge(new ChunkType(chunk), cursor(chunk)))
                .toList();
    }

    public PageInfo getPageInfo() {
        return PageInfo.of(page, page.items().stream().map(ChunkPage::cursor).toList());
    }

    private static String cursor(DocumentChunk chunk) {
        return Integer.toString(chunk.position());
    }
}
