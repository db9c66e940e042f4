package dev.parley.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** One attempt at OpenAI, or a server like it; as {@link Guarded} is for ElevenLabs. */
@ApplicationScoped
class GuardedOpenAi implements Guard {

    private final Logged logged;

    @Inject
    GuardedOpenAi(Logged logged) {
        this.logged = logged;
    }

    @Override
    @Timeout(45_000)
    @Bulkhead(64)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.6,
            delay = 1_000,
            successThreshold = 2,
            failOn = {UpstreamException.Unavailable.class, TimeoutException.class})
    public <T> T ask(Attempt<T> attempt) {
        return logged.ask(attempt);
    }
}
