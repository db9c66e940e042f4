package dev.parley.gateway;

/** One attempt within the limits of one service. Each service has its own breaker and its own room. */
@FunctionalInterface
interface Guard {

    /** @throws UpstreamException whatever went wrong there */
    <T> T ask(Attempt<T> attempt);
}
