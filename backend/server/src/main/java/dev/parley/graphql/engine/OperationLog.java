package dev.parley.graphql.engine;

import dev.parley.monitoring.RequestLog;
import dev.parley.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The request log's lines about GraphQL, whatever they came over. */
@ApplicationScoped
public class OperationLog {

    private final RequestLog log;

    @Inject
    OperationLog(RequestLog log) {
        this.log = log;
    }

    /**
     * @param method HTTP's; SOCKET, SUBSCRIBE or UNSUBSCRIBE for what has none
     * @param status HTTP's, over sockets what it would be
     * @param operation null when it could not be made out
     * @param failure the code of the first error, null when all went well
     */
    record Line(
            String requestId,
            String method,
            int status,
            Duration took,
            @Nullable Caller caller,
            @Nullable NamedOperation operation,
            @Nullable String failure) {}

    void record(Line line) {
        var caller = line.caller();
        var operation = line.operation();
        log.record(new RequestLog.Entry(
                caller == null || caller.membership() == null
                        ? null
                        : caller.membership().clientId(),
                "graphql",
                "/graphql",
                line.method(),
                line.status(),
                (int) Math.min(line.took().toMillis(), Integer.MAX_VALUE),
                line.failure(),
                line.requestId(),
                caller == null ? null : caller.userId(),
                operation == null ? null : operation.forLog()));
    }
}
