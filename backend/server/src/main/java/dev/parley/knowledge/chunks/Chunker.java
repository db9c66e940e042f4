package dev.parley.knowledge.chunks;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts Markdown into chunks: along headings, then between paragraphs, rows of tables and items of lists, then between
 * sentences, and inside a sentence only when it is longer than a chunk. The same text and settings give the same chunks. Where a
 * section is cut depends on the words at the cut, not on how much text stands before it, so a change stays where it is made.
 */
public final class Chunker {

    private final ChunkSettings settings;

    public Chunker(ChunkSettings settings) {
        this.settings = settings;
    }

    /** @param text Markdown or plain text; lines end in {@code \n} */
    public List<Chunk> chunks(String text) {
        var chunks = new ArrayList<Chunk>();
        for (var section : new Outline(text, settings).sections()) {
            for (var range : Division.of(text, section.units(), section.mostCharacters())) {
                var first = section.units().get(range.first());
                var last = section.units().get(range.last());
                chunks.add(new Chunk(
                        chunks.size(),
                        first.start(),
                        last.end(),
                        section.headingPath(),
                        first.lead(),
                        text.substring(first.start(), last.end())));
            }
        }
        return List.copyOf(chunks);
    }
}
