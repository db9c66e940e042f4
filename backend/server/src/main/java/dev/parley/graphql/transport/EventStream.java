package dev.parley.graphql.transport;

import dev.parley.graphql.engine.GraphQlEngine;
import dev.parley.graphql.engine.GraphQlRequest;
import dev.parley.graphql.engine.OperationLog;
import dev.parley.graphql.engine.OperationTrace;
import dev.parley.jobs.BackgroundLoop;
import dev.parley.security.Caller;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One operation and its stream of server-sent events. The request's own thread is the writer. */
final class EventStream {

    private static final String THE_ONE = "1";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
    private static final Duration PING_EVERY = Duration.ofSeconds(9);

    private final Caller caller;
    private final Stay stay;
    private final EventStreamWire wire;
    private final Outbox outbox;
    private final RunningOperations operations;
    private Instant pingedAt;

    EventStream(GraphQlEngine engine, OperationLog log, Caller caller, Stay stay, String requestId) {
        this.caller = caller;
        this.stay = stay;
        this.pingedAt = stay.clock().instant();
        this.wire = new EventStreamWire(requestId);
        this.outbox = new Outbox(wire, this::end);
        this.operations =
                new RunningOperations(engine, log, requestId, this::say, () -> close(stay.endOfOutdated(caller)));
    }

    /** Streams until it is over, whoever ends it. */
    void run(
            ServerResponse response,
            GraphQlRequest asked,
            OperationTrace trace,
            RunningOperations.Admission admission) {
        outbox.ping(); // tells the client at once that it is let in
        operations.begin(THE_ONE, asked, caller, trace, admission);
        var watch = BackgroundLoop.startLater("parley-stream-watch", () -> LOOK_EVERY, this::look);
        try {
            wire.begin(response);
            outbox.write();
            wire.end();
        } finally {
            watch.stop();
        }
    }

    boolean isOf(UUID userId) {
        return caller.userId().equals(userId);
    }

    void close(SocketClose reason) {
        operations.endAll();
        outbox.close(reason);
    }

    /** Waits until what was to be said has been said. */
    void awaitWritten(Duration most) throws InterruptedException {
        outbox.awaitEnd(most);
    }

    private void say(String type, String id, @Nullable String payload) {
        if (payload != null) {
            outbox.send(EventStreamWire.next(type.equals("error") ? "{\"errors\":" + payload + "}" : payload));
        }
        if (!type.equals("next")) {
            outbox.send(EventStreamWire.COMPLETE);
            outbox.finish();
        }
    }

    /** Whoever may not stay any more is sent away; the others hear that we are there. */
    private void look() {
        stay.end(caller).ifPresent(this::close);
        var now = stay.clock().instant();
        if (!now.isBefore(pingedAt.plus(PING_EVERY))) {
            pingedAt = now;
            outbox.ping();
        }
    }

    private void end() {
        operations.endAll();
    }
}
