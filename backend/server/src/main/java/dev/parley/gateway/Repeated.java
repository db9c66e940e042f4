package dev.parley.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Repeats what may help to repeat; reading can always be repeated. Each attempt waits for its turn first. */
@ApplicationScoped
class Repeated {

    @Retry(
            maxRetries = 5,
            delay = 400,
            jitter = 150, // five of the shortest are longer than the circuit stays open
            maxDuration = 5,
            durationUnit = ChronoUnit.MINUTES,
            retryOn = {
                UpstreamException.Unavailable.class,
                UpstreamException.Faulty.class,
                UpstreamException.Throttled.class
            })
    public <T> T ask(Attempt<T> attempt, Limiter limiter, Guard guard) {
        try {
            limiter.enter();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UpstreamException.Unavailable(attempt.upstream(), UpstreamException.Code.UNAVAILABLE, e);
        }
        try {
            return guard.ask(attempt);
        } catch (UpstreamException.Throttled e) {
            limiter.heed(e);
            throw e;
        } catch (CircuitBreakerOpenException | BulkheadException e) {
            // The circuit is shut again sooner than we stop asking: whoever comes right after an outage waits for it.
            throw new UpstreamException.Unavailable(attempt.upstream(), UpstreamException.Code.UNAVAILABLE, e);
        } catch (TimeoutException e) {
            throw new UpstreamException.Unavailable(attempt.upstream(), UpstreamException.Code.TIMEOUT, e);
        } finally {
            limiter.leave();
        }
    }
}
