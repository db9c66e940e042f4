package dev.parley.gateway;

import dev.parley.monitoring.RequestLog;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something asked of another service.
 *
 * @param endpoint the path without ids, for the log
 * @param ofOne whether it is about one thing, whose faults say nothing of others
 * @param usage what an answer was charged for; null when it was not
 */
record Attempt<T>(
        UUID clientId,
        Upstream upstream,
        String method,
        String endpoint,
        boolean ofOne,
        Supplier<T> request,
        Function<T, RequestLog.@Nullable Usage> usage) {

    /** One that reads, for nothing. */
    static <T> Attempt<T> reading(
            UUID clientId, Upstream upstream, String endpoint, boolean ofOne, Supplier<T> request) {
        return new Attempt<>(clientId, upstream, "GET", endpoint, ofOne, request, answer -> null);
    }
}
