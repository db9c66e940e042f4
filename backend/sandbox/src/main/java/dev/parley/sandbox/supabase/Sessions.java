package dev.parley.sandbox.supabase;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.PrivateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in. A refresh token is exchanged once; for lost answers and racing tabs the current token's parent gets
 * the current one again, and any token a new one within ten seconds. Any other return revokes the session.
 */
final class Sessions {

    private static final Duration REUSE = Duration.ofSeconds(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a successful log-in or refresh hands out. */
    record Grant(Session session, RefreshToken token) {}

    private final Map<UUID, Session> sessions = new LinkedHashMap<>();
    private final Map<String, UUID> owners = new LinkedHashMap<>();
    private final @Nullable Path file;
    private final Clock clock;

    /** @param file where sessions outlive a restart; null to forget them */
    Sessions(@Nullable Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        if (file != null && Files.exists(file)) {
            Json.MAPPER
                    .convertValue(PrivateFile.read(file), new TypeReference<List<Session>>() {})
                    .forEach(this::put);
        }
    }

    synchronized Grant start(UUID userId) {
        var token = next(null);
        var now = clock.instant().getEpochSecond();
        var session = new Session(UUID.randomUUID(), userId, now, false, List.of(token));
        put(session);
        save();
        return new Grant(session, token);
    }

    /** @throws RefusalException when the token is unknown or was used before */
    synchronized Grant refresh(String value) {
        var owner = owners.get(value);
        if (owner == null) {
            throw new RefusalException(
                    400, "refresh_token_not_found", "Invalid Refresh Token: Refresh Token Not Found");
        }
        var session = sessions.get(owner);
        if (session.revoked()) {
            throw alreadyUsed();
        }
        var presented = session.token(value).orElseThrow();
        if (presented.usedAtMillis() == null) {
            return exchange(session, presented);
        }
        var current = session.current().filter(token -> value.equals(token.parent()));
        if (current.isPresent()) {
            return new Grant(session, current.get());
        }
        if (clock.millis() <= presented.usedAtMillis() + REUSE.toMillis()) {
            return exchange(session, presented);
        }
        put(session.revoke());
        save();
        throw alreadyUsed();
    }

    /** A session somebody may still act in. */
    synchronized Optional<Session> live(UUID id) {
        return Optional.ofNullable(sessions.get(id)).filter(session -> !session.revoked());
    }

    synchronized void end(Predicate<Session> which) {
        sessions.values().removeIf(which);
        owners.values().removeIf(owner -> !sessions.containsKey(owner));
        save();
    }

    private Grant exchange(Session session, RefreshToken old) {
        var next = next(old.value());
        var exchanged = session.exchanged(old, next, clock.millis());
        put(exchanged);
        save();
        return new Grant(exchanged, next);
    }

    private void put(Session session) {
        sessions.put(session.id(), session);
        session.tokens().forEach(token -> owners.put(token.value(), session.id()));
    }

    private void save() {
        if (file != null) {
            PrivateFile.write(file, Json.MAPPER.valueToTree(sessions.values()));
        }
    }

    private static RefreshToken next(@Nullable String parent) {
        var random = new byte[12];
        RANDOM.nextBytes(random);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random), parent, null);
    }

    private static RefusalException alreadyUsed() {
        return new RefusalException(400, "refresh_token_already_used", "Invalid Refresh Token: Already Used");
    }
}
