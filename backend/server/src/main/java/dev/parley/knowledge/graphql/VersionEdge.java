package dev.parley.knowledge.graphql;

/** A version of a page with its cursor. */
public record VersionEdge(VersionType node, String cursor) {

    public VersionType getNode() {
        return node;
    }

    public String getCursor() {
        return cursor;
    }
}
