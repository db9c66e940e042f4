package dev.parley.http;

import io.helidon.http.HeaderValues;
import io.helidon.microprofile.server.ServerCdiExtension;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import java.time.Duration;

/**
 * Ends a connection after an answer that says {@code Connection: close}. Helidon would read on, and take what is left of the
 * body for the next request.
 */
@ApplicationScoped
class LastAnswers {

    private static final int BEFORE_THE_SERVER_STARTS = 500;
    private static final Duration TO_READ_THE_ANSWER = Duration.ofMillis(200);

    void register(
            @Observes @Priority(BEFORE_THE_SERVER_STARTS) @Initialized(ApplicationScoped.class) Object started,
            BeanManager beans) {
        // A filter, because that of Helidon's metrics, which is within this one, swallows what handlers throw.
        beans.getExtension(ServerCdiExtension.class).serverRoutingBuilder().addFilter(LastAnswers::filter);
    }

    private static void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        chain.proceed();
        if (response.isSent() && response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            if (!request.content().consumed()) {
                pause(); // with bytes unread it ends so abruptly that an answer under way may be lost
            }
            throw new CloseConnectionException("The last answer is out");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(TO_READ_THE_ANSWER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
