package dev.parley.knowledge.graphql;

/** A chunk of a page with its cursor. */
public record ChunkEdge(ChunkType node, String cursor) {

    public ChunkType getNode() {
        return node;
    }

    public String getCursor() {
        return cursor;
    }
}
