package dev.parley.gateway;

import dev.parley.elevenlabs.ApiException;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.monitoring.RequestLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** One attempt, with a limit on its time, on how many there are at once, and a breaker while ElevenLabs is down. */
@ApplicationScoped
class Guarded {

    private final RequestLog requestLog;

    @Inject
    Guarded(RequestLog requestLog) {
        this.requestLog = requestLog;
    }

    /** @throws UpstreamException whatever went wrong at ElevenLabs */
    @Timeout(45_000)
    @Bulkhead(64)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.6,
            delay = 1_000,
            successThreshold = 2,
            failOn = {UpstreamException.Unavailable.class, TimeoutException.class})
    public <T> T ask(Attempt<T> attempt) {
        long begun = System.nanoTime();
        Integer status = null;
        String failure = null;
        try {
            var answer = attempt.request().apply(attempt.library());
            status = 200;
            return answer;
        } catch (RuntimeException e) {
            status = Failures.status(e);
            var upstream = Failures.translate(e);
            failure = upstream.code().name();
            throw attempt.ofOne() && upstream instanceof UpstreamException.Unavailable answered && isAnswer(e)
                    ? new UpstreamException.Faulty(answered)
                    : upstream;
        } finally {
            log(attempt, status, failure, (int) ((System.nanoTime() - begun) / 1_000_000));
        }
    }

    /** Whether ElevenLabs said something. Then one conversation's fault must not open the circuit for all. */
    private static boolean isAnswer(RuntimeException failure) {
        return failure instanceof ApiException || failure instanceof UnexpectedResponseException;
    }

    private void log(Attempt<?> attempt, @Nullable Integer status, @Nullable String failure, int millis) {
        var requestId = MDC.get("requestId");
        requestLog.record(new RequestLog.Entry(
                attempt.clientId(),
                "elevenlabs",
                attempt.endpoint(),
                "GET",
                status,
                millis,
                failure,
                requestId == null ? UUID.randomUUID().toString() : requestId));
    }
}
