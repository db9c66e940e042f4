package dev.parley.phones;

/**
 * A phone number in a text.
 *
 * @param quote as it is written there
 * @param start where the quote begins
 */
public record FoundPhone(String e164, String quote, int start) {

    int end() {
        return start + quote.length();
    }

    boolean overlaps(int from, int to) {
        return start < to && from < end();
    }

    /** Without the number: it is personal. */
    @Override
    public String toString() {
        return "FoundPhone[at " + start + "]";
    }
}
