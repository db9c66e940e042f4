package dev.parley.elevenlabs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which agents to list. Immutable; what is not said is left to the API, which leaves archived agents out.
 *
 * @param parameters as they go over the wire
 */
public record AgentQuery(Map<String, List<String>> parameters) {

    /** Everything. */
    public static final AgentQuery ALL = new AgentQuery(Map.of());

    public AgentQuery {
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

    AgentQuery from(@Nullable String cursor) {
        return cursor == null ? this : toBuilder().cursor(cursor).build();
    }

    /** Names only: values may be personal. */
    @Override
    public String toString() {
        return "AgentQuery" + parameters.keySet();
    }

    /** Filters add up: an agent must pass all. */
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

        /** By name. */
        public Builder search(String text) {
            return set("search", text);
        }

        /** Archived agents only, or those that are not. */
        public Builder archived(boolean only) {
            return set("archived", only);
        }

        /** {@code @me} is the key's owner. */
        public Builder createdBy(String userId) {
            return set("created_by_user_id", userId);
        }

        /** name, created_at or call_count_7d. */
        public Builder sortBy(String field) {
            return set("sort_by", field);
        }

        public Builder sort(SortDirection direction) {
            return set("sort_direction", direction);
        }

        public AgentQuery build() {
            return new AgentQuery(parameters);
        }

        private Builder set(String name, Object value) {
            Parameters.put(parameters, name, List.of(value));
            return this;
        }
    }
}
