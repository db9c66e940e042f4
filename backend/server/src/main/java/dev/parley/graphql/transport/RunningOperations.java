package dev.parley.graphql.transport;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.engine.CheckedDocument;
import dev.parley.graphql.engine.Failures;
import dev.parley.graphql.engine.GraphQlEngine;
import dev.parley.graphql.engine.GraphQlRequest;
import dev.parley.graphql.engine.OperationLog;
import dev.parley.graphql.engine.OperationTrace;
import dev.parley.graphql.engine.StreamAnswers;
import dev.parley.security.Caller;
import graphql.ExecutionResult;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What runs on one connection, by the client's ids. */
final class RunningOperations {

    /** Most operations of a connection at once. */
    static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(RunningOperations.class);

    /** Says something to the client. */
    @FunctionalInterface
    interface Say {
        /**
         * @param type next, error or complete
         * @param payload JSON; null with complete
         */
        void say(String type, String id, @Nullable String payload);
    }

    /** Lets an operation in, or not. */
    @FunctionalInterface
    interface Admission {
        /** @throws ParleyException when it is refused */
        CheckedDocument admit();
    }

    private final GraphQlEngine engine;
    private final OperationLog log;
    private final String requestId;
    private final Say say;
    private final Runnable outdated;
    private final Map<String, RunningOperation> running = new ConcurrentHashMap<>();

    /** @param outdated ends the connection: what its caller was let in for is refused now */
    RunningOperations(GraphQlEngine engine, OperationLog log, String requestId, Say say, Runnable outdated) {
        this.engine = engine;
        this.log = log;
        this.requestId = requestId;
        this.say = say;
        this.outdated = outdated;
    }

    int count() {
        return running.size();
    }

    /** @return false when the id is taken */
    boolean begin(String id, GraphQlRequest request, Caller caller) {
        var trace = new OperationTrace(log, requestId, "SOCKET");
        trace.caller(caller);
        return begin(id, request, caller, trace, () -> engine.admit(request, caller, trace));
    }

    /** @return false when the id is taken */
    boolean begin(String id, GraphQlRequest request, Caller caller, OperationTrace trace, Admission admission) {
        var stream = new RunningOperation(engine.streaming(caller, requestId), trace);
        if (running.putIfAbsent(id, stream) != null) {
            return false;
        }
        Thread.ofVirtual().name("parley-operation").start(() -> run(id, request, caller, stream, admission));
        return true;
    }

    /**
     * Answers an operation that cannot be read; those that run go on.
     *
     * @return false when the id is taken
     */
    boolean refuse(String id, Caller caller, ParleyException why) {
        if (running.containsKey(id)) {
            return false;
        }
        LOG.debug("Operation refused: {}", why.code());
        var trace = new OperationTrace(log, requestId, "SOCKET");
        trace.caller(caller);
        say.say("error", id, errors(Failures.answer(why, requestId)));
        trace.ended(why.code().name());
        return true;
    }

    void end(String id) {
        var stream = running.remove(id);
        if (stream != null) {
            stream.cancel();
            stream.trace().ended(null);
        }
    }

    void endAll() {
        running.keySet().forEach(this::end);
    }

    private void run(String id, GraphQlRequest request, Caller caller, RunningOperation stream, Admission admission) {
        MDC.put("requestId", requestId);
        try {
            var document = admission.admit();
            var operation = document.operation(request.operationName()).orElse(null);
            if (operation != null && operation.isSubscription()) {
                follow(id, request, document, stream);
            } else {
                answer(id, engine.execute(request, document, caller, requestId));
            }
        } catch (ParleyException e) {
            LOG.debug("Operation refused: {}", e.code());
            fail(id, e);
        } catch (RuntimeException e) {
            if (Failures.translate(e).code() == ErrorCode.INTERNAL) {
                LOG.error("An operation failed", e);
            }
            fail(id, e);
        }
    }

    private void follow(String id, GraphQlRequest request, CheckedDocument document, RunningOperation stream) {
        var result = engine.subscribe(request, document, stream.operation());
        if (result.getData() instanceof Publisher<?> publisher) {
            @SuppressWarnings("unchecked") // whatever it streams
            var elements = (Publisher<Object>) publisher;
            var answers = engine.answers(request, document, stream.operation());
            stream.trace().began();
            stream.follow(
                    elements,
                    element -> next(id, answers.answer(element)),
                    () -> complete(id),
                    failure -> fail(id, failure));
        } else {
            stream.operation().close();
            refuse(id, result);
        }
    }

    private void refuse(String id, ExecutionResult result) {
        var code = Failures.code(result.getErrors().getFirst());
        over(id, "error", errors(GraphQlEngine.answer(result, requestId)), code);
    }

    private void answer(String id, ExecutionResult result) {
        var failure = result.getErrors().isEmpty()
                ? null
                : Failures.code(result.getErrors().getFirst());
        if (result.isDataPresent()) {
            var stream = running.get(id);
            if (stream != null) {
                say.say("next", id, StreamAnswers.json(GraphQlEngine.answer(result, stream.trace())));
            }
            over(id, "complete", null, failure);
        } else {
            refuse(id, result);
        }
    }

    /** @param answered null when the client has not asked for such an event */
    private void next(String id, StreamAnswers.@Nullable Answered answered) {
        var stream = running.get(id);
        if (stream == null || answered == null) {
            return;
        }
        if (answered.failure() == null) {
            say.say("next", id, answered.json());
        } else if (stream.operation().isOfOutdatedCaller()) {
            outdated.run();
        } else { // nothing is left out: it ends here, and resumes before what could not be shown
            over(id, "error", answered.json(), answered.failure());
            stream.cancel();
        }
    }

    private void complete(String id) {
        over(id, "complete", null, null);
    }

    private void fail(String id, Throwable failure) {
        var known = Failures.translate(failure);
        over(
                id,
                "error",
                errors(Failures.answer(known, requestId)),
                known.code().name());
    }

    private void over(String id, String word, @Nullable String payload, @Nullable String failure) {
        var stream = running.remove(id);
        if (stream != null) {
            say.say(word, id, payload);
            stream.trace().ended(failure);
        }
    }

    private static String errors(Map<String, Object> answer) {
        return StreamAnswers.json(answer.get("errors"));
    }
}
