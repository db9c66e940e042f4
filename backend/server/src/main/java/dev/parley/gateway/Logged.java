package dev.parley.gateway;

import dev.parley.elevenlabs.ApiException;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.monitoring.RequestLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Makes an attempt, with a line in the request log, and puts what goes wrong in the server's words. */
@ApplicationScoped
class Logged {

    private final RequestLog requestLog;

    @Inject
    Logged(RequestLog requestLog) {
        this.requestLog = requestLog;
    }

    /** @throws UpstreamException whatever went wrong there */
    public <T> T ask(Attempt<T> attempt) {
        long begun = System.nanoTime();
        Integer status = null;
        String failure = null;
        RequestLog.Usage usage = null;
        try {
            var answer = attempt.request().get();
            status = 200;
            usage = attempt.usage().apply(answer);
            return answer;
        } catch (RuntimeException e) {
            status = Failures.status(e);
            var upstream = Failures.translate(attempt.upstream(), e);
            failure = upstream.code().name();
            throw attempt.ofOne() && upstream instanceof UpstreamException.Unavailable answered && isAnswer(e)
                    ? new UpstreamException.Faulty(answered)
                    : upstream;
        } finally {
            log(attempt, status, failure, (int) ((System.nanoTime() - begun) / 1_000_000), usage);
        }
    }

    /** Whether the service said something. Then one conversation's fault must not open the circuit for all. */
    private static boolean isAnswer(RuntimeException failure) {
        return failure instanceof ApiException || failure instanceof UnexpectedResponseException;
    }

    private void log(
            Attempt<?> attempt,
            @Nullable Integer status,
            @Nullable String failure,
            int millis,
            RequestLog.@Nullable Usage usage) {
        var requestId = MDC.get("requestId");
        requestLog.record(new RequestLog.Entry(
                attempt.clientId(),
                attempt.upstream().logged(),
                attempt.endpoint(),
                attempt.method(),
                status,
                millis,
                failure,
                requestId == null ? UUID.randomUUID().toString() : requestId,
                null,
                null,
                usage));
    }
}
