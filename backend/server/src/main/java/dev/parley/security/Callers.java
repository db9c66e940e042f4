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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Turns what a request brings (a token, perhaps a client) into a verified caller. */
@ApplicationScoped
public class Callers {

    private static final String BEARER = "bearer ";
    private static final Duration MEMBERSHIPS_REMEMBERED = Duration.ofSeconds(1);

    private final Persistence persistence;
    private final TokenVerifier tokens;
    private final Cache<UUID, List<Membership>> recent =
            Caffeine.newBuilder().expireAfterWrite(MEMBERSHIPS_REMEMBERED).build();

    @Inject
    public Callers(Persistence persistence, Clock clock) {
        this.persistence = persistence;
        this.tokens = new TokenVerifier(JwtSettings.from(ConfigProvider.getConfig()), clock);
    }

    /**
     * @param authorization "Bearer …" or null
     * @param clientId the client asked for, or null: then the only one, if there is only one
     * @throws ParleyException UNAUTHENTICATED, FORBIDDEN (not a member of that client) or BAD_USER_INPUT
     */
    public Caller authenticate(@Nullable String authorization, @Nullable String clientId) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new ParleyException(ErrorCode.UNAUTHENTICATED, "An access token is needed: Authorization: Bearer …");
        }
        var token = tokens.verify(authorization.substring(BEARER.length()).strip());
        var userId = UUID.fromString(token.getSubject());
        var memberships = memberships(userId);
        recent.put(userId, memberships);
        return new Caller(userId, token, memberships, choose(memberships, clientId));
    }

    /**
     * The same caller with the rights they have now, a few seconds old at most.
     *
     * @throws ParleyException FORBIDDEN when they are no member of their client any more
     */
    public Caller current(Caller caller) {
        var memberships = recent.get(caller.userId(), this::memberships);
        var chosen = caller.membership() == null
                ? null
                : choose(memberships, caller.membership().clientId().toString());
        return new Caller(caller.userId(), caller.token(), memberships, chosen);
    }

    private static @Nullable Membership choose(List<Membership> memberships, @Nullable String clientId) {
        if (clientId == null || clientId.isBlank()) {
            return memberships.size() == 1 ? memberships.getFirst() : null;
        }
        return memberships.stream()
                .filter(membership -> membership.clientId().toString().equalsIgnoreCase(clientId.strip()))
                .findFirst()
                .orElseThrow(() -> new ParleyException(ErrorCode.FORBIDDEN, "You are not a member of that client"));
    }

    private List<Membership> memberships(UUID userId) {
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
