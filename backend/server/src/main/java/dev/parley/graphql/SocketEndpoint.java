package dev.parley.graphql;

import dev.parley.security.Callers;
import io.helidon.websocket.WsListener;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets of this node. */
@ApplicationScoped
class SocketEndpoint {

    private final GraphQlEngine engine;
    private final Callers callers;
    private final Clock clock;
    private final Set<SocketListener> open = ConcurrentHashMap.newKeySet();

    @Inject
    SocketEndpoint(GraphQlEngine engine, Callers callers, Clock clock) {
        this.engine = engine;
        this.callers = callers;
        this.clock = clock;
    }

    WsListener open() {
        var listener = new SocketListener(engine, callers, clock, open::remove);
        open.add(listener);
        return listener;
    }

    /** Clients reconnect elsewhere and resume with their last event id. */
    @PreDestroy
    void drain() {
        open.forEach(listener -> listener.close(SocketClose.DRAINING));
    }
}
