package dev.parley.leads.reading;

import java.util.List;
import java.util.Map;

/**
 * What was read of a call.
 *
 * @param values what is taken of each field
 * @param remarks where something was said first that makes it worth more or less
 * @param outcome what the caller wanted
 * @param heard every turn that states, corrects or confirms a value
 */
public record Reading(Map<Field, String> values, List<Heard> heard, Outcome outcome, Map<Remark, Place> remarks) {

    /** Without the values: they are personal. */
    @Override
    public String toString() {
        return "Reading" + values.keySet();
    }
}
