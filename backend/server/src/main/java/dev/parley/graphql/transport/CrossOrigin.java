package dev.parley.graphql.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.engine.Failures;
import dev.parley.monitoring.RequestIds;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cross-origin resource sharing for what is registered after it on the same path: answers preflights, lets the pages of
 * permitted origins read answers, refuses the others. Credentials of the browser's own are never asked for: tokens come in
 * a header, which a foreign page cannot make a browser add.
 */
final class CrossOrigin implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(CrossOrigin.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String METHODS = "GET, POST";
    private static final String ASKED = "Authorization, Content-Type, X-Client-Id, X-Request-Id";
    private static final String EXPOSED = "X-Request-Id, Retry-After";
    private static final int LONGEST_LOGGED = 200;
    private static final String REMEMBERED_SECONDS = "600";

    private final Origins origins;

    CrossOrigin(Origins origins) {
        this.origins = origins;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var origin = request.headers().first(HeaderNames.ORIGIN).orElse(null);
        response.headers().add(HeaderNames.VARY, HeaderNames.ORIGIN.defaultCase());
        if (origin == null) {
            response.next();
        } else if (!origins.permit(request.headers())) {
            refuse(origin, request, response);
        } else if (isPreflight(request)) {
            response.status(Status.NO_CONTENT_204)
                    .header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .header(HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .header(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, ASKED)
                    .header(HeaderNames.ACCESS_CONTROL_MAX_AGE, REMEMBERED_SECONDS)
                    .send();
        } else {
            response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .header(HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            response.next();
        }
    }

    private static boolean isPreflight(ServerRequest request) {
        return request.prologue().method().text().equals("OPTIONS")
                && request.headers().contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
    }

    private static void refuse(String origin, ServerRequest request, ServerResponse response) {
        var requestId = RequestIds.of(request.headers());
        LOG.info(
                "Refused a page of {}; PARLEY_CORS_ORIGINS does not list it",
                origin.substring(0, Math.min(LONGEST_LOGGED, origin.length())));
        var why = new ParleyException(ErrorCode.FORBIDDEN, "Pages of this origin may not call here");
        try {
            response.status(Status.FORBIDDEN_403)
                    .header(HeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
                    .header(HeaderNames.CACHE_CONTROL, "no-store")
                    .header(RequestIds.HEADER, requestId)
                    .header(HeaderValues.CONNECTION_CLOSE) // the body is not read
                    .send(JSON.writeValueAsBytes(Failures.answer(why, requestId)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer could not be written", e);
        }
    }
}
