package dev.parley.graphql.transport;

import dev.parley.graphql.engine.GraphQlEngine;
import dev.parley.graphql.engine.OperationLog;
import dev.parley.security.Callers;
import io.helidon.websocket.WsListener;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** The sockets of this node. */
@ApplicationScoped
class SocketEndpoint {

    /** Helidon closes its connections at priority 0. */
    private static final int BEFORE_THE_SERVER_STOPS = -100;

    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(3);

    private final GraphQlEngine engine;
    private final OperationLog log;
    private final Callers callers;
    private final Clock clock;
    private final Origins origins = Origins.from(ConfigProvider.getConfig());
    private final Set<SocketListener> open = ConcurrentHashMap.newKeySet();

    @Inject
    SocketEndpoint(GraphQlEngine engine, OperationLog log, Callers callers, Clock clock) {
        this.engine = engine;
        this.log = log;
        this.callers = callers;
        this.clock = clock;
    }

    WsListener open() {
        var listener = new SocketListener(engine, log, callers, clock, origins, open::remove);
        open.add(listener);
        return listener;
    }

    /** How many sockets are open. */
    int count() {
        return open.size();
    }

    /** How many of them are a user's. */
    long count(UUID userId) {
        return open.stream().filter(listener -> listener.isOf(userId)).count();
    }

    /** Clients reconnect elsewhere and resume with their last event id. Over when they have been told, or after a while. */
    void drain(@Observes @Priority(BEFORE_THE_SERVER_STOPS) @BeforeDestroyed(ApplicationScoped.class) Object stopping)
            throws InterruptedException {
        open.forEach(listener -> listener.close(SocketClose.DRAINING));
        var deadline = System.nanoTime() + DRAINED_WITHIN.toNanos();
        for (var listener : open) {
            listener.awaitWritten(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
    }
}
