package dev.parley.knowledge.chunks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A passage of a document.
 *
 * @param position among the document's chunks, from 0
 * @param start of its own text in the document's, in UTF-16 code units
 * @param end behind its own text; what lies between two chunks is white space
 * @param headingPath the headings above it, the highest first
 * @param lead what is repeated from before it so that it can be understood alone: a table's head row, the words that
 *     introduce a list, the last sentences of a paragraph that goes on; often empty
 * @param body the document's text from start to end
 */
public record Chunk(int position, int start, int end, List<String> headingPath, String lead, String body) {

    private static final String BETWEEN_HEADINGS = " > ";

    public Chunk {
        headingPath = List.copyOf(headingPath);
    }

    /** What is shown as the passage. */
    public String text() {
        return lead + body;
    }

    /** What is embedded and searched: the headings, an empty line and the passage. */
    public String embeddedText() {
        return headingPath.isEmpty() ? text() : String.join(BETWEEN_HEADINGS, headingPath) + "\n\n" + text();
    }

    /** SHA-256 of the embedded text, 64 hexadecimal digits: the same text anywhere has the same embedding. */
    public String contentHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(embeddedText().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each JVM has it
        }
    }
}
