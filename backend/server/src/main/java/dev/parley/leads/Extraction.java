package dev.parley.leads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a conversation.
 *
 * @param values the chosen value of each field
 * @param notALead why it is no lead; null when it is one
 * @param collected everything the agent collected, by its own ids
 */
public record Extraction(
        Map<LeadField, String> values,
        Map<String, String> collected,
        List<Evidence> evidence,
        List<ScoreSignal> signals,
        @Nullable NotALead notALead) {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Nullable
    String value(LeadField field) {
        return values.get(field);
    }

    public boolean isLead() {
        return notALead == null;
    }

    /** @param field its name in the API */
    public @Nullable String value(String field) {
        return values.get(LeadField.valueOf(field.toUpperCase(Locale.ROOT)));
    }

    /** Where this value was said, by turns counted from 0. */
    public Set<Integer> turns(String field, String value) {
        return evidence.stream()
                .filter(one -> one.field().equals(field) && value.equals(one.value()) && one.turn() != null)
                .map(Evidence::turn)
                .collect(Collectors.toSet());
    }

    int score() {
        return Math.clamp(signals.stream().mapToInt(ScoreSignal::points).sum(), 0, 100);
    }

    JsonNode entities() {
        return JSON.valueToTree(collected);
    }

    JsonNode evidenceJson() {
        return JSON.valueToTree(evidence);
    }

    JsonNode signalsJson() {
        return JSON.valueToTree(signals);
    }

    @Override
    public String toString() {
        return "Extraction[" + values.keySet() + "]";
    }
}
