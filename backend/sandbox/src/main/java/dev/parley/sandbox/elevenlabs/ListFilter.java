package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The list's filters; a conversation must pass all that were given. */
final class ListFilter {

    private static final List<String> STATUSES = List.of("initiated", "in-progress", "processing", "done", "failed");
    private static final List<String> RESULTS = List.of("success", "failure", "unknown");
    private static final List<String> NOT_IMITATED = List.of(
            "search",
            "has_feedback_comment",
            "evaluation_params",
            "data_collection_params",
            "dynamic_variable_params",
            "data_collection_ids",
            "evaluation_criteria_ids",
            "tool_names_successful",
            "tool_names_errored",
            "topic_ids",
            "text_only",
            "conversation_product_type",
            "workflow_node_entered_id",
            "parent_conversation_id",
            "visited_agent_ids",
            "visited_agent_branch_ids",
            "triggered_procedure_ids",
            "guardrail_types",
            "custom_guardrail_names");

    private final Parameters parameters;
    private final List<Predicate<Row>> conditions = new ArrayList<>();

    private ListFilter(Parameters parameters) {
        this.parameters = parameters;
    }

    /** @throws InvalidParameterException when a parameter is not as described, or its filter is not imitated */
    static ListFilter of(Parameters parameters) {
        var filter = new ListFilter(parameters);
        parameters.refuse(NOT_IMITATED);
        filter.add();
        return filter;
    }

    boolean accepts(Row row) {
        return conditions.stream().allMatch(condition -> condition.test(row));
    }

    private void add() {
        atLeast("call_start_after_unix", Row::startTime);
        atMost("call_start_before_unix", Row::startTime);
        atLeast("call_duration_min_secs", ListFilter::duration);
        atMost("call_duration_max_secs", ListFilter::duration);
        atLeast("rating_min", row -> row.item().path("rating").asLong(0));
        atMost("rating_max", row -> row.item().path("rating").asLong(Long.MAX_VALUE));
        for (var field : List.of("agent_id", "branch_id", "version_id", "conversation_initiation_source")) {
            parameters
                    .text(field)
                    .ifPresent(value -> conditions.add(
                            row -> row.item().path(field).asText().equals(value)));
        }
        parameters.text("user_id").ifPresent(id -> conditions.add(row -> id.equals(row.userId())));
        parameters
                .oneOf("call_successful", RESULTS)
                .ifPresent(result -> conditions.add(
                        row -> row.item().path("call_successful").asText().equals(result)));
        var excluded = parameters.someOf("exclude_statuses", STATUSES);
        conditions.add(row -> !excluded.contains(row.item().path("status").asText()));
        oneIn("main_languages", "main_language");
        oneIn("termination_reasons", "termination_reason");
        oneIn("tool_names", "tool_names");
        oneIn("tag_ids", "tag_ids");
    }

    private void atLeast(String parameter, Function<Row, Long> value) {
        parameters
                .integer(parameter, Long.MIN_VALUE, Long.MAX_VALUE)
                .ifPresent(bound -> conditions.add(row -> value.apply(row) >= bound));
    }

    private void atMost(String parameter, Function<Row, Long> value) {
        parameters
                .integer(parameter, Long.MIN_VALUE, Long.MAX_VALUE)
                .ifPresent(bound -> conditions.add(row -> value.apply(row) <= bound));
    }

    /** The item's text, or one of its texts, must be among those given. */
    private void oneIn(String parameter, String field) {
        var wanted = parameters.texts(parameter);
        if (!wanted.isEmpty()) {
            conditions.add(row -> texts(row.item().path(field)).anyMatch(wanted::contains));
        }
    }

    private static Stream<String> texts(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText)
                : Stream.of(value.asText());
    }

    private static long duration(Row row) {
        return row.item().path("call_duration_secs").asLong();
    }
}
