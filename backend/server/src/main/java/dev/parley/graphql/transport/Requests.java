package dev.parley.graphql.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.engine.GraphQlRequest;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what clients ask out of bodies, query strings and socket messages. */
final class Requests {

    private static final String QUERY = "query";
    private static final String OPERATION_NAME = "operationName";
    private static final String VARIABLES = "variables";
    private static final String EXTENSIONS = "extensions";
    /** How Apollo's clients name a query that they do not send, inside the extensions. */
    private static final String PERSISTED_QUERY = "persistedQuery";
    /** How the GraphQL over HTTP draft does. */
    private static final String DOCUMENT_ID = "documentId";

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

    /** @throws ParleyException BAD_USER_INPUT, PERSISTED_QUERY_NOT_SUPPORTED or LIMIT_EXCEEDED */
    static GraphQlRequest fromBody(byte[] body) throws IOException {
        try {
            return fromJson(JSON.readTree(body));
        } catch (StreamConstraintsException e) {
            throw new ParleyException(ErrorCode.LIMIT_EXCEEDED, TOO_MUCH_JSON, e);
        } catch (JsonProcessingException e) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "The body is not JSON", e);
        }
    }

    /** @throws ParleyException BAD_USER_INPUT, PERSISTED_QUERY_NOT_SUPPORTED or LIMIT_EXCEEDED */
    static GraphQlRequest fromQueryString(ServerRequest request) {
        var parameters = request.query();
        var tree = JSON.createObjectNode();
        for (var text : List.of(QUERY, OPERATION_NAME, DOCUMENT_ID)) {
            parameters.first(text).ifPresent(value -> tree.put(text, value));
        }
        for (var object : List.of(VARIABLES, EXTENSIONS)) {
            parameters
                    .first(object)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> tree.set(object, parsed(object, value)));
        }
        return fromJson(tree);
    }

    private static JsonNode parsed(String parameter, String json) {
        try {
            return JSON.readTree(json);
        } catch (StreamConstraintsException e) {
            throw new ParleyException(ErrorCode.LIMIT_EXCEEDED, TOO_MUCH_JSON, e);
        } catch (JsonProcessingException e) {
            throw new ParleyException(
                    ErrorCode.BAD_USER_INPUT, "The parameter \"" + parameter + "\" is not a JSON object", e);
        }
    }

    /** @throws ParleyException BAD_USER_INPUT, or PERSISTED_QUERY_NOT_SUPPORTED; the message names the part at fault */
    static GraphQlRequest fromJson(@Nullable JsonNode tree) {
        if (tree == null || !tree.isObject()) {
            throw new ParleyException(
                    ErrorCode.BAD_USER_INPUT, "The body must be one JSON object; batches are not supported");
        }
        var variables = part(tree, VARIABLES, JsonNodeType.OBJECT);
        var name = part(tree, OPERATION_NAME, JsonNodeType.STRING);
        var extensions = part(tree, EXTENSIONS, JsonNodeType.OBJECT);
        var query = part(tree, QUERY, JsonNodeType.STRING).asText("");
        if (query.isEmpty() && (extensions.hasNonNull(PERSISTED_QUERY) || tree.hasNonNull(DOCUMENT_ID))) {
            // In exactly these words: they tell clients to send the query itself.
            throw new ParleyException(ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED, "PersistedQueryNotSupported");
        }
        if (!tree.hasNonNull(QUERY)) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "\"" + QUERY + "\" is missing");
        }
        return new GraphQlRequest(query, name.textValue(), JSON.convertValue(variables, MAP));
    }

    /** @return an empty object, or null in JSON, when it is not there */
    private static JsonNode part(JsonNode request, String name, JsonNodeType type) {
        var part = request.path(name);
        if (part.isMissingNode() || part.isNull()) {
            return type == JsonNodeType.OBJECT ? JSON.createObjectNode() : NullNode.getInstance();
        }
        if (part.getNodeType() != type) {
            throw new ParleyException(
                    ErrorCode.BAD_USER_INPUT,
                    "\"" + name + "\" must be " + words(type) + ", not " + words(part.getNodeType()));
        }
        return part;
    }

    private static String words(JsonNodeType type) {
        return switch (type) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            default -> "a " + type.name().toLowerCase(Locale.ROOT);
        };
    }
}
