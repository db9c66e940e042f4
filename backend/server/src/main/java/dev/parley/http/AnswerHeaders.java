package dev.parley.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.microprofile.server.HelidonServer;
import io.helidon.microprofile.server.ServerCdiExtension;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;

/**
 * What every answer says to browsers: its type is the one it names, and, where TLS ends in front of this server, never to
 * come without TLS again.
 */
@ApplicationScoped
class AnswerHeaders {

    private static final int BEFORE_THE_SERVER_STARTS = 500;

    private static final Header NO_SNIFFING = HeaderValues.createCached("X-Content-Type-Options", "nosniff");

    private static final Header ONLY_WITH_TLS =
            HeaderValues.createCached("Strict-Transport-Security", "max-age=31536000");

    void register(
            @Observes @Priority(BEFORE_THE_SERVER_STARTS) @Initialized(ApplicationScoped.class) Object started,
            BeanManager beans) {
        var server = beans.getExtension(ServerCdiExtension.class);
        server.serverRoutingBuilder().addFilter(AnswerHeaders::filter);
        // What Helidon answers by itself forgets the headers that were set before.
        var helidons = DirectHandlers.builder();
        for (var type : DirectHandler.EventType.values()) {
            helidons.addHandler(type, AnswerHeaders::answer);
        }
        HelidonServer.builder(server).directHandlers(helidons.build());
    }

    private static void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        add(request.headers(), response.headers());
        chain.proceed();
    }

    private static DirectHandler.TransportResponse answer(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType type,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        add(request.headers(), headers);
        return DirectHandler.defaultHandler().handle(request, type, status, headers, message);
    }

    private static void add(Headers asked, ServerResponseHeaders answered) {
        answered.set(NO_SNIFFING);
        // Who makes it up tells nobody but themselves.
        if (asked.first(HeaderNames.X_FORWARDED_PROTO)
                .filter("https"::equalsIgnoreCase)
                .isPresent()) {
            answered.set(ONLY_WITH_TLS);
        }
    }
}
