package dev.parley.graphql.transport;

import dev.parley.NodeRoles;
import io.helidon.http.Status;
import io.helidon.microprofile.server.ServerCdiExtension;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.websocket.WsRouting;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts the endpoint on the server before Helidon's own one registers (at priority 1009): first come, first served. What
 * Helidon would answer there by itself is closed, on a node without the role api all of it.
 */
@ApplicationScoped
class Routes {

    private static final int BEFORE_HELIDONS_OWN = 500;
    private static final Handler NOTHING_HERE =
            (request, response) -> response.status(Status.NOT_FOUND_404).send();

    void register(
            @Observes @Priority(BEFORE_HELIDONS_OWN) @Initialized(ApplicationScoped.class) Object started,
            BeanManager beans,
            HttpEndpoint http,
            EventStreamEndpoint streams,
            SocketEndpoint sockets) {
        var server = beans.getExtension(ServerCdiExtension.class);
        var routing = server.serverRoutingBuilder();
        if (NodeRoles.from(ConfigProvider.getConfig()).api()) {
            var crossOrigin = new CrossOrigin(Origins.from(ConfigProvider.getConfig()));
            routing.any("/graphql/*", crossOrigin); // with /graphql itself
            routing.post("/graphql", http::handle).get("/graphql", http::handle);
            routing.post("/graphql/stream", streams::handle).get("/graphql/stream", streams::handle);
            server.addRouting(WsRouting.builder().endpoint("/graphql", sockets::open));
        } else {
            routing.any("/graphql", NOTHING_HERE);
        }
        routing.any("/graphql/*", NOTHING_HERE);
    }
}
