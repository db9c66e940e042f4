package dev.parley.graphql.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.security.Caller;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The points that each user has in each client on this node. They flow back evenly, a full budget in a minute; so whoever
 * was not seen for longer has a full one, and is forgotten.
 */
final class Budget {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private record Account(UUID userId, @Nullable UUID clientId) {}

    /**
     * What one operation took, or would have.
     *
     * @param remaining what is left; meaningless without a limit
     * @param limit 0: there is none
     * @param enoughIn until there is enough; null: there was
     * @param resetAt when the budget is full again if nothing more is asked
     */
    record Charge(long requested, long remaining, long limit, @Nullable Duration enoughIn, Instant resetAt) {

        /** As clients see it, in {@code extensions.cost}. */
        Map<String, Object> shown() {
            var shown = new LinkedHashMap<String, Object>();
            shown.put("requested", requested);
            if (limit > 0) {
                shown.put("remaining", remaining);
                shown.put("limit", limit);
                shown.put("resetAt", resetAt.toString());
            }
            return shown;
        }

        /** @throws ParleyException RATE_LIMITED when there was not enough */
        void requireGranted() {
            if (enoughIn != null) {
                var seconds = enoughIn.plusMillis(999).toSeconds();
                throw new ParleyException(
                        ErrorCode.RATE_LIMITED,
                        "Over budget. Asked: %d points, left: %d of %d per minute; try again in %d s"
                                .formatted(requested, remaining, limit, seconds),
                        null,
                        Duration.ofSeconds(seconds));
            }
        }
    }

    private final long limit;
    private final Clock clock;
    private final Cache<Account, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(PERIOD.multipliedBy(2)).build();

    /** @param limit points per minute; 0: none */
    Budget(long limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** @param points 0: takes nothing, says whether anything is left */
    Charge charge(Caller caller, long points) {
        var now = clock.instant();
        if (limit == 0) {
            return new Charge(points, 0, 0, null, now);
        }
        var bucket = bucket(caller);
        if (points == 0) {
            var estimate = bucket.estimateAbilityToConsume(1);
            return charge(
                    points,
                    estimate.getRemainingTokens(),
                    estimate.canBeConsumed(),
                    estimate.getNanosToWaitForRefill(),
                    now);
        }
        var probe = bucket.tryConsumeAndReturnRemaining(points);
        return charge(points, probe.getRemainingTokens(), probe.isConsumed(), probe.getNanosToWaitForRefill(), now);
    }

    private Charge charge(long points, long remaining, boolean granted, long nanosToWait, Instant now) {
        var missing = PERIOD.toMillis() * (limit - remaining) / limit;
        return new Charge(
                points, remaining, limit, granted ? null : Duration.ofNanos(nanosToWait), now.plusMillis(missing));
    }

    private Bucket bucket(Caller caller) {
        var membership = caller.membership();
        var account = new Account(caller.userId(), membership == null ? null : membership.clientId());
        return buckets.get(account, key -> Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, PERIOD))
                .build());
    }
}
