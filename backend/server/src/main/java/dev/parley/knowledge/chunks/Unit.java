package dev.parley.knowledge.chunks;

/**
 * What is never divided: a heading, a short paragraph, a row, an item, a sentence, or a piece of a long one.
 *
 * @param cut how well the text can be cut before it
 * @param lead what a chunk that begins with it repeats from before
 */
record Unit(int start, int end, Cut cut, String lead) {

    /** The best first. */
    enum Cut {
        BLOCK,
        ROW,
        SENTENCE,
        WORD,
        /** Right behind a heading, which would then stand alone. */
        HEADING
    }
}
