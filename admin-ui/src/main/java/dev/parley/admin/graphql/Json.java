package dev.parley.admin.graphql;

import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper: fields it does not know are left aside, so that the API may grow. */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** Empty where there is no object. */
    public static <T> Optional<T> read(JsonNode node, Class<T> type) {
        return node.isObject() ? Optional.of(MAPPER.treeToValue(node, type)) : Optional.empty();
    }
}
