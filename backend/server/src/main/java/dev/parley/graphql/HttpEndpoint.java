package dev.parley.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.monitoring.RequestIds;
import dev.parley.monitoring.RequestLog;
import dev.parley.security.Caller;
import dev.parley.security.Callers;
import graphql.ExecutionResult;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** GraphQL over HTTP: POST with JSON, GET for queries; status codes as the specification draft has them. */
@ApplicationScoped
class HttpEndpoint {

    static final io.helidon.http.HeaderName CLIENT_ID = HeaderNames.create("X-Client-Id");

    private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoint.class);
    private static final int MAX_BODY_BYTES = 1 << 20;
    private static final String GRAPHQL_JSON = "application/graphql-response+json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final GraphQlEngine engine;
    private final Callers callers;
    private final RequestLog requestLog;

    @Inject
    HttpEndpoint(GraphQlEngine engine, Callers callers, RequestLog requestLog) {
        this.engine = engine;
        this.callers = callers;
        this.requestLog = requestLog;
    }

    void post(ServerRequest request, ServerResponse response) {
        handle(request, response, () -> body(request), false);
    }

    void get(ServerRequest request, ServerResponse response) {
        handle(request, response, () -> query(request), true);
    }

    private interface Source {
        GraphQlRequest read() throws IOException;
    }

    private void handle(ServerRequest request, ServerResponse response, Source source, boolean queriesOnly) {
        long begun = System.nanoTime();
        var requestId = RequestIds.of(request.headers());
        MDC.put("requestId", requestId);
        Caller caller = null;
        String failure = null;
        int status;
        Map<String, Object> answer;
        try {
            caller = callers.authenticate(
                    request.headers().first(HeaderNames.AUTHORIZATION).orElse(null),
                    request.headers().first(CLIENT_ID).orElse(null));
            var asked = source.read();
            if (queriesOnly) {
                refuseMutation(asked);
            }
            var result = engine.execute(asked, caller, requestId);
            status = status(result, accepted(request));
            answer = GraphQlEngine.answer(result, requestId);
            failure = result.getErrors().isEmpty()
                    ? null
                    : "GraphQL errors: " + result.getErrors().size();
        } catch (ParleyException e) {
            LOG.debug("Request refused: {}", e.code());
            status = status(e.code());
            failure = e.code().name();
            answer = Failures.answer(e, requestId);
        } catch (IOException | RuntimeException e) {
            LOG.error("Request failed", e);
            var known = Failures.translate(e);
            status = status(known.code());
            failure = known.code().name();
            answer = Failures.answer(known, requestId);
        }
        send(request, response, status, answer, requestId);
        var clientId = caller == null || caller.membership() == null
                ? null
                : caller.membership().clientId();
        requestLog.record(new RequestLog.Entry(
                clientId,
                "graphql",
                "/graphql",
                request.prologue().method().text(),
                status,
                (int) ((System.nanoTime() - begun) / 1_000_000),
                failure,
                requestId));
        MDC.remove("requestId");
    }

    private static GraphQlRequest body(ServerRequest request) throws IOException {
        byte[] bytes;
        try (var stream = request.content().inputStream()) {
            bytes = stream.readNBytes(MAX_BODY_BYTES + 1);
        }
        if (bytes.length > MAX_BODY_BYTES) {
            throw new ParleyException(ErrorCode.PAYLOAD_TOO_LARGE, "A request may have 1 MiB at most");
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "The body is not JSON", e);
        }
        return request(tree);
    }

    static GraphQlRequest request(@Nullable JsonNode tree) {
        if (tree == null || !tree.isObject()) {
            throw new ParleyException(
                    ErrorCode.BAD_USER_INPUT, "The body must be one JSON object; batches are not supported");
        }
        var variables = tree.path("variables");
        var name = tree.path("operationName");
        if (!tree.path("query").isTextual()
                || !(variables.isMissingNode() || variables.isNull() || variables.isObject())
                || !(name.isMissingNode() || name.isNull() || name.isTextual())) {
            throw new ParleyException(
                    ErrorCode.BAD_USER_INPUT,
                    "A request has a string \"query\", perhaps an object \"variables\" and a string \"operationName\"");
        }
        return new GraphQlRequest(
                tree.path("query").textValue(),
                name.textValue(),
                variables.isObject() ? JSON.convertValue(variables, MAP) : Map.of());
    }

    private static GraphQlRequest query(ServerRequest request) {
        var query = request.query();
        try {
            var variables = query.first("variables").orElse("");
            return new GraphQlRequest(
                    query.first("query")
                            .orElseThrow(() -> new ParleyException(
                                    ErrorCode.BAD_USER_INPUT, "The parameter \"query\" is missing")),
                    query.first("operationName").orElse(null),
                    variables.isEmpty() ? Map.of() : JSON.readValue(variables, MAP));
        } catch (JsonProcessingException e) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "The parameter \"variables\" is not a JSON object", e);
        }
    }

    /** A link must never change anything. A document that does not parse is left to the engine's own error. */
    private static void refuseMutation(GraphQlRequest request) {
        try {
            var document = Parser.parse(request.query());
            boolean onlyQueries = document.getDefinitionsOfType(OperationDefinition.class).stream()
                    .allMatch(operation -> operation.getOperation() == OperationDefinition.Operation.QUERY);
            if (!onlyQueries) {
                throw new ParleyException(ErrorCode.BAD_USER_INPUT, "GET is for queries only: send it as POST");
            }
        } catch (graphql.parser.InvalidSyntaxException e) {
            LOG.debug("GET with a document that does not parse");
        }
    }

    private static boolean accepted(ServerRequest request) {
        return request.headers().first(HeaderNames.ACCEPT).orElse("").contains(GRAPHQL_JSON);
    }

    private static int status(ExecutionResult result, boolean graphqlJson) {
        if (result.isDataPresent() || !graphqlJson) {
            return 200;
        }
        return 400;
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case PAYLOAD_TOO_LARGE -> 413;
            case RATE_LIMITED -> 429;
            case UPSTREAM_UNAVAILABLE -> 503;
            case TIMEOUT -> 504;
            case INTERNAL -> 500;
            case GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, LIMIT_EXCEEDED, BAD_USER_INPUT -> 400;
        };
    }

    private static void send(
            ServerRequest request, ServerResponse response, int status, Map<String, Object> answer, String requestId) {
        byte[] bytes;
        try {
            bytes = JSON.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer could not be written", e);
        }
        response.status(Status.create(status));
        response.header(
                HeaderNames.CONTENT_TYPE, (accepted(request) ? GRAPHQL_JSON : "application/json") + "; charset=utf-8");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header(RequestIds.HEADER, requestId);
        if (status == 401 || status == 413) {
            response.header(HeaderValues.CONNECTION_CLOSE); // the body is not read, however long it is
        }
        response.send(bytes);
    }
}
