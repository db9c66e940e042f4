package dev.parley.sandbox.supabase;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.sandbox.world.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Access tokens for tests: good ones, and each kind of bad one a verifier has to refuse. */
public final class Tokens {

    private final AccessTokens tokens;
    private final Accounts accounts;
    private final Sessions sessions;

    Tokens(AccessTokens tokens, Accounts accounts, Sessions sessions) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** As after a log-in with the password. */
    public String of(User user) {
        return tokens.sign(claims(user).build(), tokens.key());
    }

    /** The same, with a life of its own. */
    public String of(User user, Duration lifetime) {
        var claims = claims(user).build();
        var expires = claims.getIssueTime().toInstant().plus(lifetime);
        return signed(new JWTClaimsSet.Builder(claims).expirationTime(Date.from(expires)));
    }

    /** A good token of somebody who belongs to no client. */
    public String ofStranger() {
        var stranger = new Account(UUID.randomUUID(), "stranger@parley.example", null, 0, false);
        return tokens.mint(stranger, sessions.start(stranger.id()).session());
    }

    /** Every bad token below, by what is wrong with it. */
    public Map<String, String> refused(User user) {
        var all = new LinkedHashMap<String, String>();
        all.put("expired", expired(user));
        all.put("wrong issuer", wrongIssuer(user));
        all.put("wrong audience", wrongAudience(user));
        all.put("wrong role", wrongRole(user));
        all.put("missing subject", missingSubject(user));
        all.put("anonymous user", anonymous(user));
        all.put("anonymous user, in words", signed(claims(user).claim("is_anonymous", "true")));
        all.put("anon api key", anonKey());
        all.put("service_role api key", serviceRoleKey());
        all.put("unknown key id", unknownKeyId(user));
        all.put("forged with another key under the right key id", forged(user));
        all.put("HS256 with the public key as secret", hs256WithPublicKey(user));
        all.put("algorithm none", unsigned(user));
        return all;
    }

    public String expired(User user) {
        var claims = claims(user).build();
        var hourAgo = claims.getIssueTime().toInstant().minus(Duration.ofHours(1));
        return tokens.sign(
                new JWTClaimsSet.Builder(claims)
                        .issueTime(Date.from(hourAgo.minus(Duration.ofHours(1))))
                        .expirationTime(Date.from(hourAgo))
                        .build(),
                tokens.key());
    }

    public String wrongIssuer(User user) {
        return signed(claims(user).issuer("https://abcdefghijklmnopqrst.supabase.co/auth/v1"));
    }

    public String wrongAudience(User user) {
        return signed(claims(user).audience("storage"));
    }

    public String wrongRole(User user) {
        return signed(claims(user).claim("role", "service_role"));
    }

    public String missingSubject(User user) {
        return signed(claims(user).subject(null));
    }

    /** Anonymous users carry the role {@code authenticated} too. */
    public String anonymous(User user) {
        return signed(claims(user).claim("is_anonymous", true).claim("email", ""));
    }

    /** A good token whose e-mail claim is no text. */
    public String withOddEmail(User user) {
        return signed(claims(user).claim("email", Map.of("address", 42)));
    }

    /** An old-style publishable api key: a JWT with a good signature and nobody in it. */
    public String anonKey() {
        return apiKey("anon");
    }

    /** An old-style secret api key. */
    public String serviceRoleKey() {
        return apiKey("service_role");
    }

    public String unknownKeyId(User user) {
        return tokens.sign(claims(user).build(), anotherKey(UUID.randomUUID().toString()));
    }

    public String forged(User user) {
        return tokens.sign(claims(user).build(), anotherKey(tokens.key().getKeyID()));
    }

    public String hs256WithPublicKey(User user) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(tokens.key().getKeyID())
                    .build();
            var token = new SignedJWT(header, claims(user).build());
            token.sign(new MACSigner(tokens.key().toECPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    public String unsigned(User user) {
        return new PlainJWT(claims(user).build()).serialize();
    }

    private JWTClaimsSet.Builder claims(User user) {
        var account = accounts.byId(user.id()).orElseThrow();
        return tokens.claims(account, sessions.start(account.id()).session());
    }

    private String signed(JWTClaimsSet.Builder claims) {
        return tokens.sign(claims.build(), tokens.key());
    }

    private String apiKey(String role) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("supabase")
                .claim("ref", "abcdefghijklmnopqrst")
                .claim("role", role)
                .issueTime(Date.from(Instant.ofEpochSecond(1_700_000_000)))
                .expirationTime(Date.from(tokens.expiry().plus(Duration.ofDays(3650))));
        return signed(claims);
    }

    private static ECKey anotherKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java has P-256", e);
        }
    }
}
