package dev.parley.leads.reading;

/**
 * One turn with words in it.
 *
 * @param turn place in the transcript, counted from 0
 * @param caller whether the caller said it; else the agent
 */
public record Line(int turn, boolean caller, String text) {

    /** Without the words: they are personal. */
    @Override
    public String toString() {
        return "Line[" + turn + "]";
    }
}
