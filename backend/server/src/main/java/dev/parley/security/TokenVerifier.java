package dev.parley.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import java.nio.ByteBuffer;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks access tokens of people, for HTTP and sockets alike: signature by a listed algorithm and a published key,
 * issuer, audience, times, and that a person stands behind it. API-key tokens ("anon", "service_role") and anonymous users
 * are refused.
 */
public final class TokenVerifier {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final Duration KEYS_LIVE = Duration.ofMinutes(10);
    private static final Duration KEYS_REFRESH_TIMEOUT = Duration.ofSeconds(15);
    private static final Duration UNKNOWN_KEY_COOL_DOWN = Duration.ofSeconds(30);
    private static final Duration OUTAGE_TOLERANCE = Duration.ofHours(4);
    /** Added to KEYS_LIVE, it is how long a withdrawn key counts. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int MOST_REMEMBERED = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(TokenVerifier.class);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final JwtSettings settings;
    private final Clock clock;
    private final PublishedKeys published;
    private final AtomicReference<IssuerKeys> issuerKeys = new AtomicReference<>(IssuerKeys.NOT_ASKED);
    private final JWKSource<SecurityContext> keys;
    /** By what they hash to: checking a signature takes longer than all else about a small request. */
    private final Cache<ByteBuffer, JWTClaimsSet> recent = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    public TokenVerifier(JwtSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.published = new PublishedKeys(settings.jwks());
        this.keys = keys();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms(settings), keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> check(claims));
    }

    /**
     * @param token the compact form, without "Bearer"
     * @throws ParleyException UNAUTHENTICATED for any token that is not good, UPSTREAM_UNAVAILABLE when the keys cannot
     *     be had
     */
    public JsonWebToken verify(String token) {
        var hash = ByteBuffer.wrap(ApiTokenText.hash(token));
        try {
            var claims = recent.getIfPresent(hash);
            if (claims == null) {
                claims = processor.process(SignedJWT.parse(token), null);
                recent.put(hash, claims);
            } else {
                check(claims);
            }
            return new SupabaseToken(token, claims);
        } catch (RateLimitReachedException e) {
            // An unknown key id, and the keys were fetched a moment ago: it is the token that is wrong, unless that
            // was in vain.
            throw published.reachable() ? refused(e) : unavailable(e);
        } catch (KeySourceException e) {
            throw unavailable(e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw refused(e);
        }
    }

    /** Whether the issuer's keys are there; asks it again when they are not, every 30 seconds at most. */
    IssuerKeys issuerKeys() {
        IssuerKeys found;
        try {
            found = keys.get(new JWKSelector(usable()), null).isEmpty() ? IssuerKeys.NONE : IssuerKeys.USABLE;
        } catch (RateLimitReachedException e) {
            found = published.reachable() ? IssuerKeys.NONE : IssuerKeys.UNREACHABLE;
        } catch (KeySourceException e) {
            LOG.debug("The issuer's keys cannot be read", e);
            found = IssuerKeys.UNREACHABLE;
        }
        if (issuerKeys.getAndSet(found) != found) {
            found.tell(settings);
        }
        return found;
    }

    /** Keys of any accepted algorithm, asked for at once: each time that none is found, the issuer is asked again. */
    private JWKMatcher usable() {
        var accepted = new LinkedHashSet<Algorithm>(algorithms(settings));
        var types = accepted.stream().map(KeyType::forAlgorithm).collect(Collectors.toSet());
        accepted.add(null); // a key need not say
        return new JWKMatcher.Builder()
                .keyTypes(types)
                .keyUses(KeyUse.SIGNATURE, null)
                .algorithms(accepted)
                .build();
    }

    /** Gets the issuer's keys and tries them on signatures that are none, so that the first token need not wait. */
    void rehearse(int times) {
        if (issuerKeys() != IssuerKeys.USABLE) {
            return;
        }
        try {
            for (var key : keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)) {
                if (key.getAlgorithm() != null) {
                    var header = new JWSHeader.Builder(
                                    JWSAlgorithm.parse(key.getAlgorithm().getName()))
                            .keyID(key.getKeyID())
                            .build()
                            .toBase64URL();
                    var token = new SignedJWT(header, Base64URL.encode("{}"), Base64URL.encode(new byte[64]));
                    for (int i = 0; i < times; i++) {
                        refusal(token);
                    }
                }
            }
        } catch (KeySourceException | ParseException e) {
            LOG.debug("The issuer's keys could not be tried", e);
        }
    }

    private void refusal(SignedJWT token) {
        try {
            processor.process(token, null);
        } catch (BadJOSEException | JOSEException e) {
            // as it should be
        }
    }

    private static ParleyException unavailable(Exception cause) {
        return new ParleyException(
                ErrorCode.UPSTREAM_UNAVAILABLE, "Tokens cannot be checked right now, try again", cause);
    }

    /** The one answer to a token that is not good, whatever is wrong with it. */
    static ParleyException refused(@Nullable Exception cause) {
        return new ParleyException(ErrorCode.UNAUTHENTICATED, "The access token is not valid or has expired", cause);
    }

    private void check(JWTClaimsSet claims) throws BadJWTException {
        var now = clock.instant();
        var expires = claims.getExpirationTime();
        require(expires != null && now.isBefore(expires.toInstant().plus(CLOCK_SKEW)), "expired");
        var notBefore = claims.getNotBeforeTime();
        require(notBefore == null || !now.plus(CLOCK_SKEW).isBefore(notBefore.toInstant()), "not yet valid");
        require(settings.issuer().equals(claims.getIssuer()), "another issuer");
        require(claims.getAudience().contains(settings.audience()), "another audience");
        require("authenticated".equals(claims.getClaim("role")), "another role");
        var anonymous = claims.getClaim("is_anonymous");
        require(anonymous == null || anonymous.equals(false), "anonymous");
        require(isUuid(claims.getSubject()), "no person");
    }

    private static void require(boolean holds, String otherwise) throws BadJWTException {
        if (!holds) {
            throw new BadJWTException(otherwise);
        }
    }

    private static boolean isUuid(String subject) {
        try {
            return subject != null && UUID.fromString(subject).toString().equalsIgnoreCase(subject);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Set<JWSAlgorithm> algorithms(JwtSettings settings) {
        return settings.algorithms().stream()
                .map(JWSAlgorithm::parse)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private JWKSource<SecurityContext> keys() {
        return JWKSourceBuilder.create(published)
                .cache(KEYS_LIVE.toMillis(), KEYS_REFRESH_TIMEOUT.toMillis())
                .rateLimited(UNKNOWN_KEY_COOL_DOWN.toMillis())
                .retrying(true)
                .outageTolerant(OUTAGE_TOLERANCE.toMillis())
                .build();
    }
}
