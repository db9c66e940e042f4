package dev.parley.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what clients ask out of bodies, query strings and socket messages. */
final class Requests {

    private static final int MAX_BODY_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private Requests() {}

    /** @throws ParleyException PAYLOAD_TOO_LARGE or BAD_USER_INPUT */
    static GraphQlRequest fromBody(ServerRequest request) throws IOException {
        byte[] bytes;
        try (var stream = request.content().inputStream()) {
            bytes = stream.readNBytes(MAX_BODY_BYTES + 1);
        }
        if (bytes.length > MAX_BODY_BYTES) {
            throw new ParleyException(ErrorCode.PAYLOAD_TOO_LARGE, "A request may have 1 MiB at most");
        }
        try {
            return fromJson(JSON.readTree(bytes));
        } catch (JsonProcessingException e) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "The body is not JSON", e);
        }
    }

    /** @throws ParleyException BAD_USER_INPUT */
    static GraphQlRequest fromQueryString(ServerRequest request) {
        var query = request.query();
        try {
            var variables = query.first("variables").orElse("");
            return new GraphQlRequest(
                    query.first("query")
                            .orElseThrow(() -> new ParleyException(
                                    ErrorCode.BAD_USER_INPUT, "The parameter \"query\" is missing")),
                    query.first("operationName").orElse(null),
                    object(variables));
        } catch (JsonProcessingException e) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "The parameter \"variables\" is not a JSON object", e);
        }
    }

    private static Map<String, Object> object(String variables) throws JsonProcessingException {
        var read = variables.isEmpty() ? null : JSON.readValue(variables, MAP);
        return read == null ? Map.of() : read;
    }

    /** @throws ParleyException BAD_USER_INPUT */
    static GraphQlRequest fromJson(@Nullable JsonNode tree) {
        if (tree == null || !tree.isObject()) {
            throw new ParleyException(
                    ErrorCode.BAD_USER_INPUT, "The body must be one JSON object; batches are not supported");
        }
        var variables = tree.path("variables");
        var name = tree.path("operationName");
        var extensions = tree.path("extensions");
        if (!tree.path("query").isTextual()
                || !(variables.isMissingNode() || variables.isNull() || variables.isObject())
                || !(name.isMissingNode() || name.isNull() || name.isTextual())
                || !(extensions.isMissingNode() || extensions.isNull() || extensions.isObject())) {
            throw new ParleyException(
                    ErrorCode.BAD_USER_INPUT,
                    "A request has a string \"query\", perhaps objects \"variables\" and \"extensions\", and a string"
                            + " \"operationName\"");
        }
        return new GraphQlRequest(
                tree.path("query").textValue(),
                name.textValue(),
                variables.isObject() ? JSON.convertValue(variables, MAP) : Map.of());
    }
}
