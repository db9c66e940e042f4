package dev.parley.leads;

import org.jspecify.annotations.Nullable;

/**
 * Why a lead says what it says.
 *
 * @param field for example email
 * @param turn place in the transcript, counted from 0; null when it was not heard there
 * @param quote the words, as they stand in that turn
 */
public record Evidence(
        String field, String value, @Nullable Integer turn, @Nullable String quote, EvidenceState state) {

    /** Without value and quote: they are personal. */
    @Override
    public String toString() {
        return "Evidence[" + field + " turn " + turn + " " + state + "]";
    }
}
