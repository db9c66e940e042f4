package dev.parley.admin.lists;

import dev.parley.admin.graphql.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Some rows of a list, and how many there are: at least that many when it is not exact. */
public record Page<T>(List<T> nodes, int totalCount, boolean totalCountExact) {

    static <T> Page<T> empty() {
        return new Page<>(List.of(), 0, true);
    }

    /** Reads a connection of the API. */
    public static <T> Page<T> of(JsonNode connection, Class<T> row) {
        var type = Json.MAPPER.getTypeFactory().constructParametricType(Page.class, row);
        return Json.MAPPER.convertValue(connection, type);
    }
}
