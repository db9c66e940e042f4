package dev.parley.leads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a lead says what it says.
 *
 * @param field for example email
 * @param value normalised; null when it is UNDECODABLE
 * @param turn place in the transcript, counted from 0; null when it was not heard there
 * @param quote the words, as they stand in that turn
 * @param decoding how it was read, step by step
 */
public record Evidence(
        String field,
        @Nullable String value,
        @Nullable Integer turn,
        @Nullable String quote,
        EvidenceState state,
        List<String> decoding) {

    /** Without value and quote: they are personal. */
    @Override
    public String toString() {
        return "Evidence[" + field + " turn " + turn + " " + state + "]";
    }
}
