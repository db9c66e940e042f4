package dev.parley.knowledge.graphql;

import dev.parley.knowledge.DocumentChunk;
import java.util.List;

/** A chunk as the API shows it. */
public record ChunkType(DocumentChunk chunk) {

    /** Where it stands in its version's text. */
    public record PlaceType(int start, int end) {}

    public Integer getPosition() {
        return chunk.position();
    }

    public Integer getVersionNumber() {
        return chunk.versionNumber();
    }

    public List<String> getHeadingPath() {
        return chunk.headingPath();
    }

    public String getText() {
        return chunk.text();
    }

    public PlaceType getPlace() {
        return new PlaceType(chunk.start(), chunk.end());
    }
}
