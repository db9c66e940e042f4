package dev.parley.knowledge.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.knowledge.DocumentEdit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client gave of a document, from the raw argument: only that tells a null from nothing. */
final class GivenDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private GivenDocument() {}

    /** @param arguments of the root field */
    static DocumentEdit of(Map<String, Object> arguments) {
        var given = (Map<?, ?>) arguments.get("input");
        return new DocumentEdit(
                (String) given.get("title"),
                (String) given.get("content"),
                (String) given.get("contentType"),
                given.containsKey("category")
                        ? Optional.of(Optional.ofNullable((String) given.get("category"))
                                .orElse(""))
                        : Optional.empty(),
                tags(given),
                metadata(given),
                given.containsKey("reviewBy")
                        ? Optional.of(Optional.ofNullable((Instant) given.get("reviewBy")))
                        : Optional.empty());
    }

    private static @Nullable List<String> tags(Map<?, ?> given) {
        if (!given.containsKey("tags")) {
            return null;
        }
        return given.get("tags") == null
                ? List.of()
                : ((List<?>) given.get("tags")).stream().map(Object::toString).toList();
    }

    private static @Nullable JsonNode metadata(Map<?, ?> given) {
        if (!given.containsKey("metadata")) {
            return null;
        }
        try {
            return given.get("metadata") == null
                    ? JSON.createObjectNode()
                    : JSON.readTree((String) given.get("metadata"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The scalar JSON gives JSON", e);
        }
    }
}
