package dev.parley.webhooks;

import dev.parley.ErrorCode;
import dev.parley.NodeRoles;
import dev.parley.graphql.Ids;
import dev.parley.monitoring.RequestIds;
import dev.parley.monitoring.RequestLog;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.microprofile.server.ServerCdiExtension;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * {@code POST /webhooks/elevenlabs/{clientId}}: checks signature and age over the raw bytes, stores, answers 200; the work
 * comes after. Every answer is JSON with a code and the request's id; every POST has its line in the request log.
 */
@ApplicationScoped
class WebhookEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookEndpoint.class);
    private static final String PATH = "/webhooks/elevenlabs/{clientId}";

    private final Reception reception;
    private final RequestLog requestLog;

    @Inject
    WebhookEndpoint(Reception reception, RequestLog requestLog) {
        this.reception = reception;
        this.requestLog = requestLog;
    }

    void register(@Observes @Priority(500) @Initialized(ApplicationScoped.class) Object started, BeanManager beans) {
        if (!NodeRoles.from(ConfigProvider.getConfig()).api()) {
            return;
        }
        beans.getExtension(ServerCdiExtension.class)
                .serverRoutingBuilder()
                .post(PATH, this::post)
                .any(PATH, WebhookEndpoint::refuseMethod);
    }

    private void post(ServerRequest request, ServerResponse response) {
        long begun = System.nanoTime();
        var requestId = RequestIds.of(request.headers());
        MDC.put("requestId", requestId);
        try {
            var clientId =
                    Ids.parse(request.path().pathParameters().get("clientId")).orElse(null);
            var answer = clientId == null
                    ? new Reception.Answer(404, ErrorCode.NOT_FOUND.name(), false)
                    : reception.receive(clientId, request, requestId);
            try {
                send(response, answer.status(), answer.code(), requestId);
            } finally { // whether or not anybody was there to hear it
                record(clientId, answer, requestId, begun);
            }
        } finally {
            MDC.remove("requestId");
        }
    }

    private static void refuseMethod(ServerRequest request, ServerResponse response) {
        var requestId = RequestIds.of(request.headers());
        LOG.warn("Webhook refused: no POST, request {}", requestId);
        response.header(HeaderNames.ALLOW, "POST");
        send(response, 405, ErrorCode.BAD_USER_INPUT.name(), requestId);
    }

    private static void send(ServerResponse response, int status, String code, String requestId) {
        response.status(Status.create(status))
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(RequestIds.HEADER, requestId);
        if (status != 200) {
            // What was not read of the body stays unread, however long it is.
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        response.send("{\"status\":\"%s\",\"requestId\":\"%s\"}".formatted(code, requestId));
    }

    private void record(@Nullable UUID clientId, Reception.Answer answer, String requestId, long begun) {
        requestLog.record(new RequestLog.Entry(
                answer.verified() ? clientId : null,
                "webhook",
                "/webhooks/elevenlabs",
                "POST",
                answer.status(),
                (int) ((System.nanoTime() - begun) / 1_000_000),
                answer.status() == 200 ? null : answer.code(),
                requestId));
    }
}
