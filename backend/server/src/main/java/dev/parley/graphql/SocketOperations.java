package dev.parley.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.security.Caller;
import graphql.ExecutionResult;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What runs on one socket, by the client's ids. */
final class SocketOperations {

    /** Most operations of a socket at once. */
    static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(SocketOperations.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Says something to the client. */
    @FunctionalInterface
    interface Say {
        void say(String type, String id, @Nullable JsonNode payload);
    }

    private final GraphQlEngine engine;
    private final String requestId;
    private final Say say;
    private final Map<String, SocketStream> running = new ConcurrentHashMap<>();

    SocketOperations(GraphQlEngine engine, String requestId, Say say) {
        this.engine = engine;
        this.requestId = requestId;
        this.say = say;
    }

    int count() {
        return running.size();
    }

    /** @return false when the id is taken */
    boolean begin(String id, GraphQlRequest request, Caller caller) {
        var stream = new SocketStream(engine.streaming(caller, requestId));
        if (running.putIfAbsent(id, stream) != null) {
            return false;
        }
        Thread.ofVirtual().name("parley-socket-operation").start(() -> run(id, request, caller, stream));
        return true;
    }

    void end(String id) {
        var stream = running.remove(id);
        if (stream != null) {
            stream.cancel();
        }
    }

    void endAll() {
        running.keySet().forEach(this::end);
    }

    private void run(String id, GraphQlRequest request, Caller caller, SocketStream stream) {
        MDC.put("requestId", requestId);
        try {
            if (Requests.isSubscription(request)) {
                follow(id, request, stream);
            } else {
                answer(id, engine.execute(request, caller, requestId));
            }
        } catch (RuntimeException e) {
            LOG.error("An operation on a socket failed", e);
            fail(id, e);
        }
    }

    private void follow(String id, GraphQlRequest request, SocketStream stream) {
        var result = engine.subscribe(request, stream.operation());
        if (result.getData() instanceof Publisher<?> publisher) {
            @SuppressWarnings("unchecked") // the engine's contract for subscriptions
            var results = (Publisher<ExecutionResult>) publisher;
            stream.follow(results, next -> next(id, next), () -> complete(id), failure -> fail(id, failure));
        } else {
            stream.operation().close();
            answer(id, result);
        }
    }

    private void answer(String id, ExecutionResult result) {
        if (result.isDataPresent()) {
            next(id, result);
            complete(id);
        } else if (running.remove(id) != null) {
            say.say("error", id, errors(GraphQlEngine.answer(result, requestId)));
        }
    }

    private void next(String id, ExecutionResult result) {
        if (running.containsKey(id)) {
            say.say("next", id, JSON.valueToTree(GraphQlEngine.answer(result, requestId)));
        }
    }

    private void complete(String id) {
        if (running.remove(id) != null) {
            say.say("complete", id, null);
        }
    }

    private void fail(String id, Throwable failure) {
        if (running.remove(id) != null) {
            say.say("error", id, errors(Failures.answer(Failures.translate(failure), requestId)));
        }
    }

    private static JsonNode errors(Map<String, Object> answer) {
        return JSON.valueToTree(answer.get("errors"));
    }
}
