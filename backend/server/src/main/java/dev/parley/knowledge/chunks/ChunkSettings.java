package dev.parley.knowledge.chunks;

/**
 * How a text is cut. Other settings give other chunks, to be embedded anew.
 *
 * @param mostCharacters of a chunk as it is embedded, {@value #LEAST} to {@value #MOST}
 * @param overlap most characters of whole sentences that are repeated where a long paragraph had to be divided; 0 to a
 *     quarter of {@code mostCharacters}. Between paragraphs nothing is repeated: so a change of one changes one chunk
 */
public record ChunkSettings(int mostCharacters, int overlap) {

    public static final int LEAST = 200;
    /** Well below what embedding models take. */
    public static final int MOST = 4_000;

    public static final ChunkSettings USUAL = new ChunkSettings(1_200, 200);

    /** @throws IllegalArgumentException when one is out of its range */
    public ChunkSettings {
        if (mostCharacters < LEAST || mostCharacters > MOST) {
            throw new IllegalArgumentException("A chunk has %d to %d characters".formatted(LEAST, MOST));
        }
        if (overlap < 0 || overlap > mostCharacters / 4) {
            throw new IllegalArgumentException("The overlap is 0 to a quarter of a chunk");
        }
    }
}
