package dev.parley.graphql;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How much of this node's database connections one client may hold at once: most of them, never all, so that whatever one
 * client's programs do, others are answered. First come, first served within a client.
 */
public final class Shares {

    private final int perClient;
    private final Map<UUID, Semaphore> places = new ConcurrentHashMap<>();

    /** @param connections how many the node has */
    public Shares(int connections) {
        perClient = Math.max(1, connections * 7 / 10);
    }

    /**
     * @param patience how long to wait for a place
     * @return gives the place back
     * @throws ParleyException RATE_LIMITED when none comes free in time
     */
    public Runnable enter(UUID clientId, Duration patience) {
        var mine = places.computeIfAbsent(clientId, id -> new Semaphore(perClient, true));
        try {
            if (!mine.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ParleyException(
                        ErrorCode.RATE_LIMITED,
                        "Too much is being asked for this client at once; try again",
                        null,
                        Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParleyException(ErrorCode.UPSTREAM_UNAVAILABLE, "The server is stopping; try again", e);
        }
        return mine::release;
    }
}
