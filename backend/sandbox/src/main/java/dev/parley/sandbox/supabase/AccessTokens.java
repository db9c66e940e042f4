package dev.parley.sandbox.supabase;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.sandbox.http.Json;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Makes and reads access tokens. */
final class AccessTokens {

    private final ECKey key;
    private final String issuer;
    private final Duration lifetime;
    private final Clock clock;

    AccessTokens(ECKey key, String issuer, Duration lifetime, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    Duration lifetime() {
        return lifetime;
    }

    ECKey key() {
        return key;
    }

    String mint(Account account, Session session) {
        return sign(claims(account, session).build(), key);
    }

    JWTClaimsSet.Builder claims(Account account, Session session) {
        var now = clock.instant();
        var loggedIn = Map.of("method", "password", "timestamp", session.startedAtUnixSecs());
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(account.id().toString())
                .audience("authenticated")
                .expirationTime(Date.from(now.plus(lifetime)))
                .issueTime(Date.from(now))
                .claim("email", account.email())
                .claim("phone", "")
                .claim("app_metadata", map(account.appMetadata()))
                .claim("user_metadata", map(account.userMetadata()))
                .claim("role", "authenticated")
                .claim("aal", "aal1")
                .claim("amr", List.of(loggedIn))
                .claim("session_id", session.id().toString())
                .claim("is_anonymous", false);
    }

    String sign(JWTClaimsSet claims, ECKey signingKey) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(signingKey.getKeyID())
                    .type(JOSEObjectType.JWT)
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(signingKey));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key does not sign", e);
        }
    }

    /** @throws RefusalException when it is not one of ours, or too old */
    JWTClaimsSet verify(String token) {
        try {
            var parsed = SignedJWT.parse(token);
            if (!parsed.verify(new ECDSAVerifier(key))) {
                throw badJwt("signature is invalid");
            }
            var claims = parsed.getJWTClaimsSet();
            var expires = claims.getExpirationTime();
            if (expires == null || !clock.instant().isBefore(expires.toInstant())) {
                throw badJwt("token is expired");
            }
            return claims;
        } catch (ParseException | JOSEException e) {
            throw badJwt("token is malformed");
        }
    }

    Instant expiry() {
        return clock.instant().plus(lifetime);
    }

    private static RefusalException badJwt(String why) {
        return new RefusalException(403, "bad_jwt", "invalid JWT: unable to parse or verify signature, " + why);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object json) {
        return Json.MAPPER.convertValue(json, Map.class);
    }
}
