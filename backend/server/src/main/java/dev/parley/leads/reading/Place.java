package dev.parley.leads.reading;

/**
 * Where something was said.
 *
 * @param quote as it stands in that turn
 */
public record Place(int turn, String quote) {

    /** Without the words: they are personal. */
    @Override
    public String toString() {
        return "Place[" + turn + "]";
    }
}
