package dev.parley.graphql.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.engine.GraphQlRequest;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what clients ask out of bodies, query strings and socket messages. */
final class Requests {

    private static final int DEEPEST_JSON = 64;
    private static final int LONGEST_NUMBER = 100;
    private static final String TOO_MUCH_JSON =
            "JSON may be nested " + DEEPEST_JSON + " deep and its numbers have " + LONGEST_NUMBER + " digits at most";

    /** For whatever clients send. */
    static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_JSON)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build());

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private Requests() {}

    /** @throws ParleyException BAD_USER_INPUT or LIMIT_EXCEEDED */
    static GraphQlRequest fromBody(byte[] body) throws IOException {
        try {
            return fromJson(JSON.readTree(body));
        } catch (StreamConstraintsException e) {
            throw new ParleyException(ErrorCode.LIMIT_EXCEEDED, TOO_MUCH_JSON, e);
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
        } catch (StreamConstraintsException e) {
            throw new ParleyException(ErrorCode.LIMIT_EXCEEDED, TOO_MUCH_JSON, e);
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
