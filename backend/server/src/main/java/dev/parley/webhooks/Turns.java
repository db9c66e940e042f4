package dev.parley.webhooks;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Who may use the database: so many deliveries at once, and fewer of one client, so that none waits long for another. */
final class Turns {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore all;
    private final LoadingCache<UUID, Semaphore> each;

    /** @param forOne fewer than forAll */
    Turns(int forAll, int forOne) {
        all = new Semaphore(forAll, true);
        each = Caffeine.newBuilder().weakValues().build(clientId -> new Semaphore(forOne, true));
    }

    /** @throws ParleyException UPSTREAM_UNAVAILABLE when none came free in time */
    <T> T take(UUID clientId, Supplier<T> work) {
        var own = each.get(clientId);
        return during(own, () -> during(all, work));
    }

    private static <T> T during(Semaphore semaphore, Supplier<T> work) {
        try {
            if (!semaphore.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ParleyException(ErrorCode.UPSTREAM_UNAVAILABLE, "Too many webhooks at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParleyException(ErrorCode.UPSTREAM_UNAVAILABLE, "The server is stopping", e);
        }
        try {
            return work.get();
        } finally {
            semaphore.release();
        }
    }
}
