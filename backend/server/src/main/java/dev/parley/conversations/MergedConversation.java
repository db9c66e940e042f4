package dev.parley.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Two states of a conversation put together: the newer one counts, but what only the older one says is kept. How a conversation
 * looks that ElevenLabs has emptied, redacted or deleted is not published, so it is known by what it lost.
 *
 * @param lost whether the newer state has lost words or collected values that the older one has
 */
record MergedConversation(JsonNode transcript, JsonNode analysis, JsonNode metadata, boolean lost) {

    /**
     * What is stored of a conversation, or told: its transcript (an array), analysis and metadata (objects) as in ElevenLabs' detail.
     *
     * @param finished whether it was over and analysed then; before that, a transcript may still change in any way
     */
    record State(JsonNode transcript, JsonNode analysis, JsonNode metadata, boolean finished) {

        static State of(JsonNode detail, boolean finished) {
            return new State(
                    detail.path("transcript").isArray() ? detail.path("transcript") : NODES.arrayNode(),
                    detail.path("analysis").isObject() ? detail.path("analysis") : NODES.objectNode(),
                    detail.path("metadata").isObject() ? detail.path("metadata") : NODES.objectNode(),
                    finished);
        }
    }

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SUMMARY = "transcript_summary";
    private static final String TITLE = "call_summary_title";
    private static final String OUTCOME = "call_successful";
    private static final String UNKNOWN = "unknown";
    private static final List<String> COLLECTED = List.of("data_collection_results", "data_collection_results_list");
    private static final List<String> EVALUATED =
            List.of("evaluation_criteria_results", "evaluation_criteria_results_list");

    static MergedConversation of(State newer, State older) {
        boolean turnsLost = turnsLost(newer, older);
        boolean summaryLost = textLost(newer.analysis(), older.analysis(), SUMMARY);
        boolean valuesLost = resultsLost(newer.analysis(), older.analysis(), COLLECTED, "value");
        return new MergedConversation(
                turnsLost ? older.transcript() : newer.transcript(),
                analysis(newer.analysis(), older.analysis(), summaryLost, valuesLost),
                withWhatIsGone(newer.metadata(), older.metadata()),
                turnsLost || summaryLost || valuesLost);
    }

    private static boolean turnsLost(State newer, State older) {
        long now = turnsWithWords(newer.transcript());
        long before = turnsWithWords(older.transcript());
        if (now == 0 || !older.finished()) {
            return now == 0 && before > 0;
        }
        return now < before || placeholders(newer.transcript()) > placeholders(older.transcript());
    }

    private static long turnsWithWords(JsonNode transcript) {
        return elements(transcript).stream()
                .filter(turn -> Redaction.saysSomething(turn.path("message").textValue()))
                .count();
    }

    private static int placeholders(JsonNode transcript) {
        return elements(transcript).stream()
                .mapToInt(turn -> Redaction.placeholders(turn.path("message").textValue()))
                .sum();
    }

    private static JsonNode analysis(JsonNode newer, JsonNode older, boolean summaryLost, boolean valuesLost) {
        ObjectNode merged = newer.deepCopy();
        if (summaryLost) {
            copy(older, merged, List.of(SUMMARY));
        }
        if (textLost(newer, older, TITLE)) {
            copy(older, merged, List.of(TITLE));
        }
        if (valuesLost) {
            copy(older, merged, COLLECTED);
        }
        if (resultsLost(newer, older, EVALUATED, "result")) {
            copy(older, merged, EVALUATED);
        }
        if ((summaryLost || valuesLost) && newer.path(OUTCOME).asText(UNKNOWN).equals(UNKNOWN)) {
            copy(older, merged, List.of(OUTCOME));
        }
        return merged;
    }

    private static boolean textLost(JsonNode newer, JsonNode older, String field) {
        return Redaction.lost(newer.path(field).textValue(), older.path(field).textValue());
    }

    /** Whether all results are gone, or one has become a placeholder. That one of them has no value any more is no loss: it was judged anew. */
    private static boolean resultsLost(JsonNode newer, JsonNode older, List<String> fields, String value) {
        var now = results(newer, fields, value);
        var before = results(older, fields, value);
        boolean redacted = now.stream().mapToInt(Redaction::placeholders).sum()
                > before.stream().mapToInt(Redaction::placeholders).sum();
        return before.stream().anyMatch(Redaction::saysSomething)
                && (now.stream().noneMatch(Redaction::saysSomething) || redacted);
    }

    private static List<String> results(JsonNode analysis, List<String> fields, String value) {
        return fields.stream()
                .flatMap(field -> elements(analysis.path(field)).stream())
                .map(result -> result.path(value))
                .filter(found -> found.isValueNode() && !found.isNull())
                .map(JsonNode::asText)
                .toList();
    }

    /** The newer object, with the fields of the older one that it leaves out or empties. */
    private static JsonNode withWhatIsGone(JsonNode newer, JsonNode older) {
        ObjectNode merged = newer.deepCopy();
        older.properties().forEach(field -> {
            var now = newer.path(field.getKey());
            if (now.isObject() && field.getValue().isObject()) {
                merged.set(field.getKey(), withWhatIsGone(now, field.getValue()));
            } else if (isEmpty(now)) {
                merged.set(field.getKey(), field.getValue());
            }
        });
        return merged;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && !Redaction.saysSomething(value.textValue()))
                || (value.isNumber() && value.doubleValue() == 0)
                || (value.isContainerNode() && value.isEmpty());
    }

    private static void copy(JsonNode from, ObjectNode to, List<String> fields) {
        for (var field : fields) {
            if (from.has(field)) {
                to.set(field, from.path(field));
            }
        }
    }

    /** Elements of an array, or values of an object; none when it is neither. */
    private static List<JsonNode> elements(JsonNode container) {
        return StreamSupport.stream(container.spliterator(), false).toList();
    }
}
