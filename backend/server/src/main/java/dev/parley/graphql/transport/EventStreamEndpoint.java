package dev.parley.graphql.transport;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.engine.GraphQlEngine;
import dev.parley.graphql.engine.GraphQlRequest;
import dev.parley.graphql.engine.OperationLog;
import dev.parley.graphql.engine.OperationTrace;
import dev.parley.security.Caller;
import dev.parley.security.Callers;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One operation per request, answered as server-sent events: graphql-sse in its distinct connections mode
 * (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md).
 */
@ApplicationScoped
class EventStreamEndpoint {

    /** Streams that one user may have at once on this node. */
    static final int MOST = 100;

    /** Helidon closes its connections at priority 0. */
    private static final int BEFORE_THE_SERVER_STOPS = -100;

    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(3);

    private final HttpEndpoint http;
    private final GraphQlEngine engine;
    private final OperationLog log;
    private final Stay stay;
    private final Set<EventStream> open = new HashSet<>();
    private boolean stopping;

    @Inject
    EventStreamEndpoint(HttpEndpoint http, GraphQlEngine engine, OperationLog log, Callers callers, Clock clock) {
        this.http = http;
        this.engine = engine;
        this.log = log;
        this.stay = new Stay(callers, clock);
    }

    void handle(ServerRequest request, ServerResponse response) {
        http.handle(request, response, (asked, caller, trace) -> answer(request, response, asked, caller, trace));
    }

    /** How many streams of a user are open. */
    synchronized long count(UUID userId) {
        return open.stream().filter(stream -> stream.isOf(userId)).count();
    }

    /** Clients reconnect elsewhere and resume with their last event id. */
    void drain(@Observes @Priority(BEFORE_THE_SERVER_STOPS) @BeforeDestroyed(ApplicationScoped.class) Object event)
            throws InterruptedException {
        var streams = close();
        streams.forEach(stream -> stream.close(SocketClose.DRAINING));
        var deadline = System.nanoTime() + DRAINED_WITHIN.toNanos();
        for (var stream : streams) {
            stream.awaitWritten(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
    }

    private HttpEndpoint.@Nullable Answer answer(
            ServerRequest request, ServerResponse response, GraphQlRequest asked, Caller caller, OperationTrace trace) {
        RunningOperations.Admission admission;
        try {
            var document = engine.admit(asked, caller, trace);
            if (HttpEndpoint.isChangeByGet(
                    request, document.operation(asked.operationName()).orElse(null))) {
                return HttpEndpoint.changeByGet(trace);
            }
            admission = () -> document;
        } catch (ParleyException e) {
            if (e.code() == ErrorCode.RATE_LIMITED) {
                throw e;
            }
            admission = () -> { // what is wrong with a document is said in the stream
                throw e;
            };
        }
        var stream = new EventStream(engine, log, caller, stay, trace.requestId());
        enter(stream, caller);
        try {
            stream.run(response, asked, trace, admission);
        } finally {
            leave(stream);
        }
        return null;
    }

    private synchronized void enter(EventStream stream, Caller caller) {
        if (stopping) {
            throw new ParleyException(ErrorCode.UPSTREAM_UNAVAILABLE, "The server is stopping; try again");
        }
        if (count(caller.userId()) >= MOST) {
            throw new ParleyException(ErrorCode.RATE_LIMITED, MOST + " streams are open: close one first");
        }
        open.add(stream);
    }

    private synchronized void leave(EventStream stream) {
        open.remove(stream);
    }

    private synchronized List<EventStream> close() {
        stopping = true;
        return List.copyOf(open);
    }
}
