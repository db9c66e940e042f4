package dev.parley.graphql.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.CallerOutdated;
import dev.parley.graphql.engine.Failures;
import dev.parley.graphql.engine.GraphQlEngine;
import dev.parley.graphql.engine.GraphQlRequest;
import dev.parley.graphql.engine.NamedOperation;
import dev.parley.graphql.engine.OperationLog;
import dev.parley.graphql.engine.OperationTrace;
import dev.parley.graphql.engine.StatusCodes;
import dev.parley.http.Bodies;
import dev.parley.monitoring.RequestIds;
import dev.parley.security.Caller;
import dev.parley.security.Callers;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** GraphQL over HTTP: POST with JSON, GET for queries; status codes as the specification draft has them. */
@ApplicationScoped
class HttpEndpoint {

    private static final HeaderName CLIENT_ID = HeaderNames.create("X-Client-Id");

    private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoint.class);
    /** What is left of it would be taken for the next request. */
    private static final Set<Integer> BODY_NOT_READ = Set.of(401, 408, 413, 415);

    private static final int MOST_BYTES = 1 << 20;

    private static final String GRAPHQL_JSON = "application/graphql-response+json";
    private static final Pattern JSON_TYPE = Pattern.compile("(?i)\\s*application/(\\S+\\+)?json\\s*(;.*)?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GraphQlEngine engine;
    private final Callers callers;
    private final OperationLog log;
    private final Bodies bodies;
    private final Uploads uploads;

    /**
     * @param failure for the request log; null when all went well
     * @param retryAfter seconds; null when nobody knows
     */
    record Answer(int status, Map<String, Object> body, @Nullable String failure, @Nullable Long retryAfter) {

        static Answer refused(int status, ParleyException why, OperationTrace trace) {
            return new Answer(
                    status,
                    trace.withCost(Failures.answer(why, trace.requestId())),
                    why.code().name(),
                    why.retryAfter().map(Duration::toSeconds).orElse(null));
        }
    }

    /** What is done for somebody who may ask. */
    interface Handling {
        /** @return null when it has been answered already */
        @Nullable
        Answer handle(GraphQlRequest asked, Caller caller, OperationTrace trace);
    }

    @Inject
    HttpEndpoint(GraphQlEngine engine, Callers callers, OperationLog log) {
        this.engine = engine;
        this.callers = callers;
        this.log = log;
        this.bodies = new Bodies(engine.deadlines());
        this.uploads = new Uploads(UploadSettings.from(ConfigProvider.getConfig()));
    }

    void handle(ServerRequest request, ServerResponse response) {
        handle(request, response, (asked, caller, trace) -> execute(request, asked, caller, trace));
    }

    /** Reads a request, finds out who asks, and answers with what comes of it. */
    void handle(ServerRequest request, ServerResponse response, Handling handling) {
        var requestId = RequestIds.of(request.headers());
        MDC.put("requestId", requestId);
        try {
            var trace = new OperationTrace(
                    log, requestId, request.prologue().method().text());
            var answer = answer(request, trace, handling);
            if (answer == null) {
                return;
            }
            if (answer.status() == 401 || answer.status() == 415) {
                bodies.hearOut(request);
            }
            try {
                send(request, response, answer, requestId);
            } finally { // whether or not anybody was there to hear it
                trace.answered(answer.status(), answer.failure());
            }
        } finally {
            MDC.remove("requestId");
        }
    }

    private @Nullable Answer answer(ServerRequest request, OperationTrace trace, Handling handling) {
        try {
            var caller = caller(request, trace);
            if (!isGet(request) && Uploads.isOne(request)) {
                return uploads.receive(request, asked -> answer(request, asked, caller, trace, handling));
            }
            var asked = isGet(request) ? Requests.fromQueryString(request) : Requests.fromBody(jsonBody(request));
            return answer(request, asked, caller, trace, handling);
        } catch (Bodies.TooSlow e) {
            LOG.debug("Request refused: its body came too slowly");
            return Answer.refused(408, e.told(), trace);
        } catch (ParleyException e) {
            LOG.debug("Request refused: {}", e.code());
            return Answer.refused(StatusCodes.of(e.code()), e, trace);
        } catch (IOException | RuntimeException e) {
            var translated = Failures.translate(e);
            if (translated.code() == ErrorCode.INTERNAL) {
                LOG.error("Request failed", e);
            } else {
                LOG.warn("Request failed: {}", translated.code());
            }
            return Answer.refused(StatusCodes.of(translated.code()), translated, trace);
        }
    }

    private @Nullable Answer answer(
            ServerRequest request, GraphQlRequest asked, Caller caller, OperationTrace trace, Handling handling) {
        try {
            return handling.handle(asked, caller, trace);
        } catch (CallerOutdated e) {
            callers.forget(caller);
            return handling.handle(asked, caller(request, trace), trace);
        }
    }

    /** @throws ParleyException UNSUPPORTED_MEDIA_TYPE: what a form or a file says may not mean what it looks like */
    private byte[] jsonBody(ServerRequest request) {
        var type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (!JSON_TYPE.matcher(type).matches()) {
            throw new ParleyException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "A POST needs the header Content-Type: application/json, or multipart/form-data with files");
        }
        return bodies.read(request, MOST_BYTES);
    }

    private Caller caller(ServerRequest request, OperationTrace trace) {
        var caller = callers.authenticate(authorization(request.headers()), clientId(request.headers()));
        trace.caller(caller);
        return caller;
    }

    /** @throws ParleyException BAD_USER_INPUT when it is given twice: a proxy in front may have checked the other one */
    static @Nullable String authorization(Headers headers) {
        return once(headers, HeaderNames.AUTHORIZATION);
    }

    /** @throws ParleyException BAD_USER_INPUT when it is given twice */
    static @Nullable String clientId(Headers headers) {
        return once(headers, CLIENT_ID);
    }

    private static @Nullable String once(Headers headers, HeaderName name) {
        if (!headers.contains(name)) {
            return null;
        }
        var given = headers.get(name);
        if (given.valueCount() > 1) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, name.defaultCase() + " is given more than once");
        }
        return given.get();
    }

    private Answer execute(ServerRequest request, GraphQlRequest asked, Caller caller, OperationTrace trace) {
        var document = engine.admit(asked, caller, trace);
        var operation = document.operation(asked.operationName()).orElse(null);
        if (isChangeByGet(request, operation)) {
            return changeByGet(trace);
        }
        if (operation != null && operation.isSubscription()) {
            throw new ParleyException(
                    ErrorCode.BAD_USER_INPUT,
                    "Subscriptions need a WebSocket (graphql-transport-ws) at this address, or server-sent events"
                            + " (graphql-sse) at /graphql/stream");
        }
        var result = engine.execute(asked, document, caller, trace.requestId());
        var errors = result.getErrors();
        return new Answer(
                StatusCodes.of(result, accepted(request)),
                GraphQlEngine.answer(result, trace),
                errors.isEmpty() ? null : Failures.code(errors.getFirst()),
                null);
    }

    /** A link must never change anything. */
    static boolean isChangeByGet(ServerRequest request, @Nullable NamedOperation operation) {
        return isGet(request) && operation != null && operation.isMutation();
    }

    static Answer changeByGet(OperationTrace trace) {
        var why = new ParleyException(ErrorCode.BAD_USER_INPUT, "GET changes nothing: send it as POST");
        return Answer.refused(405, why, trace);
    }

    private void send(ServerRequest request, ServerResponse response, Answer answer, String requestId) {
        byte[] bytes;
        try {
            bytes = JSON.writeValueAsBytes(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer could not be written", e);
        }
        response.status(Status.create(answer.status()));
        response.header(
                HeaderNames.CONTENT_TYPE, (accepted(request) ? GRAPHQL_JSON : "application/json") + "; charset=utf-8");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header(RequestIds.HEADER, requestId);
        if (answer.status() == 405) {
            response.header(HeaderNames.ALLOW, "POST");
        }
        if (answer.status() == 401) {
            response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
        }
        if (answer.retryAfter() != null) {
            response.header(HeaderNames.RETRY_AFTER, Long.toString(answer.retryAfter()));
        }
        if (BODY_NOT_READ.contains(answer.status())
                || (answer.status() == 400 || answer.status() == 429)
                        && !request.content().consumed()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        response.send(Compression.compress(request, response, bytes));
    }

    private static boolean isGet(ServerRequest request) {
        return request.prologue().method().text().equals("GET");
    }

    private static boolean accepted(ServerRequest request) {
        return request.headers().first(HeaderNames.ACCEPT).orElse("").contains(GRAPHQL_JSON);
    }
}
