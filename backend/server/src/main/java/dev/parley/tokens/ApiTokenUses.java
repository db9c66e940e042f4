package dev.parley.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.security.ApiTokenUsed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps when each API token was last used: to the minute, beside the requests, which neither wait for it nor fail with it. */
@ApplicationScoped
public class ApiTokenUses implements ApiTokenUsed {

    private static final Logger LOG = LoggerFactory.getLogger(ApiTokenUses.class);
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final Persistence persistence;
    private final Clock clock;
    private final Cache<UUID, Instant> noted;

    @Inject
    public ApiTokenUses(Persistence persistence, Clock clock) {
        this.persistence = persistence;
        this.clock = clock;
        this.noted = Caffeine.newBuilder()
                .expireAfterWrite(PRECISION)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    @Override
    public void used(UUID clientId, UUID tokenId) {
        var now = clock.instant();
        if (noted.asMap().putIfAbsent(tokenId, now) == null) {
            Thread.ofVirtual().name("parley-token-use").start(() -> write(clientId, tokenId, now));
        }
    }

    /** Other nodes may have written it a moment ago: then nothing happens. */
    private void write(UUID clientId, UUID tokenId, Instant now) {
        try {
            persistence.inClient(Context.jobs(clientId), Mode.WRITE, transaction -> {
                try (var statement = transaction
                        .connection()
                        .prepareStatement("update api_tokens set last_used_at = ? where client_id = private.client_id()"
                                + " and id = ? and (last_used_at is null or last_used_at <= ?)")) {
                    statement.setObject(1, now.atOffset(ZoneOffset.UTC));
                    statement.setObject(2, tokenId);
                    statement.setObject(3, now.minus(PRECISION).atOffset(ZoneOffset.UTC));
                    return statement.executeUpdate();
                }
            });
        } catch (RuntimeException e) {
            noted.invalidate(tokenId); // the next use tries again
            LOG.debug("The last use of a token could not be kept", e);
        }
    }
}
