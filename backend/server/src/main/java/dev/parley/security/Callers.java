package dev.parley.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a request brings (a token, perhaps a client) into a verified caller. */
@ApplicationScoped
public class Callers {

    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
    private static final String BEARER = "bearer ";
    /** Each transaction asks again whether they still hold. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    /** For what opens no transaction: a subscription in which nothing happens. */
    private static final Duration RECENT = Duration.ofMillis(500);

    private final Persistence persistence;
    private final TokenVerifier people;
    private final ApiTokenVerifier programs;
    private final ApiTokenUsed uses;
    private final Clock clock;
    private final Cache<UUID, Known> known =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    private record Known(List<Membership> memberships, Instant since) {}

    @Inject
    public Callers(Persistence persistence, ApiTokenUsed uses, Clock clock) {
        this.persistence = persistence;
        this.uses = uses;
        this.clock = clock;
        this.programs = new ApiTokenVerifier(persistence, clock);
        this.people = new TokenVerifier(JwtSettings.from(ConfigProvider.getConfig()), clock);
    }

    /**
     * Whoever is remembered is not looked up again: only their transactions know whether their membership still
     * holds.
     *
     * @param authorization "Bearer …" or null
     * @param clientId the client asked for, or null: then the only one, if there is only one
     * @throws ParleyException UNAUTHENTICATED, FORBIDDEN (not a member of that client) or BAD_USER_INPUT
     */
    public Caller authenticate(@Nullable String authorization, @Nullable String clientId) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new ParleyException(ErrorCode.UNAUTHENTICATED, "An access token is needed: Authorization: Bearer …");
        }
        var token = authorization.substring(BEARER.length()).strip();
        return ApiTokenText.isMeantAs(token) ? program(token, clientId) : person(token, clientId);
    }

    /** What is known of the keys that verify people's tokens. */
    IssuerKeys issuerKeys() {
        return people.issuerKeys();
    }

    /** Does what checking the first tokens takes, so that they need not wait for it. */
    public void rehearse(int times) {
        people.rehearse(times);
    }

    /** Their next request looks their memberships up again. */
    public void forget(Caller caller) {
        known.invalidate(caller.userId());
        programs.forget(caller.userId());
    }

    private Caller person(String token, @Nullable String clientId) {
        var identity = Identity.of(people.verify(token));
        var remembered = known.getIfPresent(identity.id());
        if (remembered != null && has(remembered.memberships(), clientId)) {
            return new Caller(identity, remembered.memberships(), choose(remembered.memberships(), clientId));
        }
        var memberships = memberships(identity.id());
        return new Caller(identity, memberships, choose(memberships, clientId));
    }

    private Caller program(String token, @Nullable String clientId) {
        var verified = programs.verify(token).orElseThrow(() -> TokenVerifier.refused(null));
        var memberships = List.of(verified.membership());
        var chosen = choose(memberships, clientId);
        uses.used(verified.membership().clientId(), verified.identity().id());
        return new Caller(verified.identity(), memberships, chosen);
    }

    /**
     * The same caller with the rights they have now, a few seconds old at most.
     *
     * @throws ParleyException FORBIDDEN when they are no member of their client any more, UNAUTHENTICATED when a program's
     *     token was revoked
     */
    public Caller current(Caller caller) {
        var memberships = recentMemberships(caller.userId());
        if (caller.identity().isProgram() && memberships.isEmpty()) {
            throw TokenVerifier.refused(null);
        }
        var before = caller.membership();
        var chosen =
                before == null ? null : choose(memberships, before.clientId().toString());
        if (caller.identity().isProgram() && chosen != null) {
            uses.used(chosen.clientId(), caller.userId());
        }
        return new Caller(caller.identity(), memberships, chosen);
    }

    /** Why somebody who was let in may stay no longer; empty while they may, and while nobody can tell. */
    public Optional<ErrorCode> lost(Caller caller, Instant now) {
        if (!now.isBefore(caller.expiresAt())) {
            return Optional.of(ErrorCode.UNAUTHENTICATED);
        }
        try {
            current(caller);
            return Optional.empty();
        } catch (ParleyException e) {
            return Optional.of(e.code());
        } catch (RuntimeException e) {
            LOG.debug("Memberships could not be looked up; looking again", e);
            return Optional.empty();
        }
    }

    /**
     * The same caller with a fresh token, for what goes on longer than the first one lasts.
     *
     * @param authorization "Bearer …" or null
     * @throws ParleyException UNAUTHENTICATED when the token is not good, FORBIDDEN when it is somebody else's or they are
     *     no member of that client any more
     */
    public Caller renewed(Caller caller, @Nullable String authorization) {
        var chosen = caller.membership();
        var again = authenticate(
                authorization, chosen == null ? null : chosen.clientId().toString());
        if (!again.identity().isSameAs(caller.identity())) {
            throw new ParleyException(ErrorCode.FORBIDDEN, "The token is somebody else's");
        }
        return again;
    }

    /** Without a choice it takes a look whether there is one now. */
    private static boolean has(List<Membership> memberships, @Nullable String clientId) {
        return clientId == null || clientId.isBlank()
                ? memberships.size() == 1
                : memberships.stream().anyMatch(membership -> isOf(membership, clientId));
    }

    private static boolean isOf(Membership membership, String clientId) {
        return membership.clientId().toString().equalsIgnoreCase(clientId.strip());
    }

    private static @Nullable Membership choose(List<Membership> memberships, @Nullable String clientId) {
        if (clientId == null || clientId.isBlank()) {
            return memberships.size() == 1 ? memberships.getFirst() : null;
        }
        return memberships.stream()
                .filter(membership -> isOf(membership, clientId))
                .findFirst()
                .orElseThrow(() -> new ParleyException(ErrorCode.FORBIDDEN, "You are not a member of that client"));
    }

    private List<Membership> recentMemberships(UUID userId) {
        var remembered = known.getIfPresent(userId);
        return remembered != null && clock.instant().isBefore(remembered.since().plus(RECENT))
                ? remembered.memberships()
                : memberships(userId);
    }

    private List<Membership> memberships(UUID userId) {
        var now = clock.instant();
        var memberships = lookUp(userId);
        known.put(userId, new Known(memberships, now));
        return memberships;
    }

    private List<Membership> lookUp(UUID userId) {
        return persistence.inClient(Context.person(userId), Mode.READ, transaction -> {
            var found = new ArrayList<Membership>();
            try (var statement = transaction
                            .connection()
                            .prepareStatement("select client_id, client_name, role from private.my_memberships()");
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Membership(
                            rows.getObject(1, UUID.class), rows.getString(2), Role.ofStored(rows.getString(3))));
                }
            }
            return List.copyOf(found);
        });
    }
}
