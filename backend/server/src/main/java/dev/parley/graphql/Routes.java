package dev.parley.graphql;

import io.helidon.http.Status;
import io.helidon.microprofile.server.ServerCdiExtension;
import io.helidon.webserver.websocket.WsRouting;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;

/**
 * Puts the endpoint on the server before Helidon's own one registers (at priority 1009): first come, first served. What
 * Helidon would answer below /graphql is closed.
 */
@ApplicationScoped
class Routes {

    private static final int BEFORE_HELIDONS_OWN = 500;

    void register(
            @Observes @Priority(BEFORE_HELIDONS_OWN) @Initialized(ApplicationScoped.class) Object started,
            BeanManager beans,
            HttpEndpoint http,
            SocketEndpoint sockets) {
        var server = beans.getExtension(ServerCdiExtension.class);
        server.serverRoutingBuilder()
                .post("/graphql", http::post)
                .get("/graphql", http::get)
                .any("/graphql/*", (request, response) -> response.status(Status.NOT_FOUND_404)
                        .send());
        server.addRouting(WsRouting.builder().endpoint("/graphql", sockets::open));
    }
}
