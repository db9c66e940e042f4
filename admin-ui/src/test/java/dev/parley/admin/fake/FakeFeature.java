package dev.parley.admin.fake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API of one feature, in tests. It lives beside the feature's tests and is found by its name: {@code FakeLeads} belongs to
 * {@code LeadsFeature}.
 */
public interface FakeFeature {

    /** What is answered, by the name of the operation. */
    Map<String, Answer> operations();

    /** The answer's {@code data}. */
    interface Answer {

        Map<String, ?> to(JsonNode variables);
    }

    /** A connection, cut as {@code offset} and {@code first} say. */
    static Map<String, ?> page(List<ObjectNode> all, JsonNode variables, boolean exactCount) {
        int offset = Math.min(variables.path("offset").asInt(), all.size());
        int end = Math.min(offset + variables.path("first").asInt(), all.size());
        return Map.of(
                "totalCount",
                all.size(),
                "totalCountExact",
                exactCount,
                "nodes",
                List.copyOf(all).subList(offset, end));
    }

    /** The one with the id that is asked for, or null. */
    static Map<String, ?> one(String field, List<ObjectNode> all, JsonNode variables) {
        var found = all.stream()
                .filter(node -> node.path("id").equals(variables.path("id")))
                .findFirst();
        var data = new HashMap<String, @Nullable Object>();
        data.put(field, found.orElse(null));
        return data;
    }
}
