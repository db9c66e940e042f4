package dev.parley.leads.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of a field in one turn.
 *
 * @param value normalised; null when it is UNDECODABLE
 * @param decoding how it was read, step by step
 */
public record Heard(Field field, @Nullable String value, Place place, Certainty certainty, List<String> decoding) {

    /** Without the value: it is personal. */
    @Override
    public String toString() {
        return "Heard[" + field + " " + place + " " + certainty + "]";
    }
}
