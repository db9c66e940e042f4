package dev.parley.elevenlabs;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations to list. Immutable; what is not said is left to the API, which gives the newest first.
 *
 * @param parameters as they go over the wire
 */
public record ConversationQuery(Map<String, List<String>> parameters) {

    /** Everything. */
    public static final ConversationQuery ALL = new ConversationQuery(Map.of());

    public ConversationQuery {
        parameters = Parameters.copy(parameters);
    }

    public static Builder builder() {
        return ALL.toBuilder();
    }

    /** To ask for nearly the same. */
    public Builder toBuilder() {
        return new Builder(parameters);
    }

    @Nullable
    String cursor() {
        return Parameters.first(parameters, "cursor");
    }

    ConversationQuery from(@Nullable String cursor) {
        return cursor == null ? this : toBuilder().cursor(cursor).build();
    }

    /** Names only: values may be personal. */
    @Override
    public String toString() {
        return "ConversationQuery" + parameters.keySet();
    }

    /** Filters add up: a conversation must pass all. Among several values of one filter, one must fit. */
    public static final class Builder {

        private final Map<String, List<String>> parameters;

        private Builder(Map<String, List<String>> parameters) {
            this.parameters = new LinkedHashMap<>(parameters);
        }

        /** Where a page before it ended. */
        public Builder cursor(String cursor) {
            return set("cursor", cursor);
        }

        /** 1 to 100; 30 if not said. */
        public Builder pageSize(int size) {
            return set("page_size", size);
        }

        /** By the start of the call. */
        public Builder sort(SortDirection direction) {
            return set("sort_direction", direction);
        }

        public Builder agentId(String id) {
            return set("agent_id", id);
        }

        public Builder branchId(String id) {
            return set("branch_id", id);
        }

        public Builder versionId(String id) {
            return set("version_id", id);
        }

        /** The end user's id given when the call started. */
        public Builder userId(String id) {
            return set("user_id", id);
        }

        /** Whole seconds; whether the bound itself belongs to it is not documented. */
        public Builder startedAfter(Instant time) {
            return set("call_start_after_unix", time.getEpochSecond());
        }

        /** Whole seconds; whether the bound itself belongs to it is not documented. */
        public Builder startedBefore(Instant time) {
            return set("call_start_before_unix", time.getEpochSecond());
        }

        public Builder minDuration(Duration duration) {
            return set("call_duration_min_secs", duration.toSeconds());
        }

        public Builder maxDuration(Duration duration) {
            return set("call_duration_max_secs", duration.toSeconds());
        }

        /** success, failure or unknown. */
        public Builder callSuccessful(String result) {
            return set("call_successful", result);
        }

        /** There is no filter the other way round. */
        public Builder excludeStatuses(Collection<String> statuses) {
            return set("exclude_statuses", statuses);
        }

        /** Fills {@link ConversationSummary#transcriptSummary}. */
        public Builder includeSummaries() {
            return set("summary_mode", "include");
        }

        /** Full text; ElevenLabs calls this filter deprecated. */
        public Builder search(String text) {
            return set("search", text);
        }

        /** 1 to 5. */
        public Builder minRating(int rating) {
            return set("rating_min", rating);
        }

        /** 1 to 5. */
        public Builder maxRating(int rating) {
            return set("rating_max", rating);
        }

        public Builder hasFeedbackComment(boolean has) {
            return set("has_feedback_comment", has);
        }

        /** Each as {@code criteriaId:result}. */
        public Builder evaluations(Collection<String> conditions) {
            return set("evaluation_params", conditions);
        }

        /** Each as {@code id:operator:value}. */
        public Builder dataCollection(Collection<String> conditions) {
            return set("data_collection_params", conditions);
        }

        /** Conditions on the conversation's dynamic variables; newer than the published description. */
        public Builder dynamicVariables(Collection<String> conditions) {
            return set("dynamic_variable_params", conditions);
        }

        /** Puts these results into {@link ConversationSummary#raw}. */
        public Builder includeDataCollection(Collection<String> ids) {
            return set("data_collection_ids", ids);
        }

        /** Puts these results into {@link ConversationSummary#raw}. */
        public Builder includeEvaluations(Collection<String> criteriaIds) {
            return set("evaluation_criteria_ids", criteriaIds);
        }

        public Builder toolNames(Collection<String> names) {
            return set("tool_names", names);
        }

        public Builder toolNamesSuccessful(Collection<String> names) {
            return set("tool_names_successful", names);
        }

        public Builder toolNamesErrored(Collection<String> names) {
            return set("tool_names_errored", names);
        }

        public Builder includeInvalidToolCalls() {
            return set("include_invalid_tool_calls", true);
        }

        public Builder mainLanguages(Collection<String> languages) {
            return set("main_languages", languages);
        }

        public Builder topicIds(Collection<String> ids) {
            return set("topic_ids", ids);
        }

        public Builder tagIds(Collection<String> ids) {
            return set("tag_ids", ids);
        }

        public Builder terminationReasons(Collection<String> reasons) {
            return set("termination_reasons", reasons);
        }

        /** For example widget, twilio or sip_trunk. */
        public Builder initiationSource(String source) {
            return set("conversation_initiation_source", source);
        }

        public Builder textOnly(boolean only) {
            return set("text_only", only);
        }

        /** agents or speech_engine. */
        public Builder productType(String type) {
            return set("conversation_product_type", type);
        }

        public Builder workflowNodeEnteredId(String id) {
            return set("workflow_node_entered_id", id);
        }

        public Builder parentConversationId(String id) {
            return set("parent_conversation_id", id);
        }

        /** 50 at most. */
        public Builder visitedAgentIds(Collection<String> ids) {
            return set("visited_agent_ids", ids);
        }

        /** 50 at most. */
        public Builder visitedAgentBranchIds(Collection<String> ids) {
            return set("visited_agent_branch_ids", ids);
        }

        /** 50 at most. */
        public Builder triggeredProcedureIds(Collection<String> ids) {
            return set("triggered_procedure_ids", ids);
        }

        public Builder guardrailTypes(Collection<String> types) {
            return set("guardrail_types", types);
        }

        public Builder customGuardrailNames(Collection<String> names) {
            return set("custom_guardrail_names", names);
        }

        public ConversationQuery build() {
            return new ConversationQuery(parameters);
        }

        private Builder set(String name, Object value) {
            return set(name, List.of(value));
        }

        private Builder set(String name, Collection<?> values) {
            Parameters.put(parameters, name, values);
            return this;
        }
    }
}
