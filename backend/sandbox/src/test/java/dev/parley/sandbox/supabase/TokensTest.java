package dev.parley.sandbox.supabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.world.User;
import dev.parley.sandbox.world.World;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TokensTest {

    private static final World WORLD = World.demo();

    private final Sandbox sandbox = Sandbox.start(WORLD, 0, null, Clock.systemUTC());
    private final Tokens tokens = sandbox.tokens();
    private final User user = WORLD.user("both@parley.example");

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void goodTokensPassAStrictVerifier() throws Exception {
        assertThat(strict().process(tokens.of(user), null).getSubject())
                .isEqualTo(user.id().toString());
        assertThat(strict().process(tokens.ofStranger(), null).getSubject())
                .isNotEqualTo(user.id().toString());
    }

    @TestFactory
    Stream<DynamicTest> badTokensDoNot() {
        assertThat(tokens.refused(user).keySet()).hasSize(13);
        return tokens.refused(user).entrySet().stream()
                .map(bad -> DynamicTest.dynamicTest(
                        bad.getKey(), () -> assertThatThrownBy(() -> strict().process(bad.getValue(), null))
                                .isInstanceOf(BadJOSEException.class)));
    }

    /** Else a verifier that only checks signatures would pass for a careful one. */
    @Test
    void whatIsWrongWithClaimsIsSignedWell() throws Exception {
        var wellSigned = Map.of(
                "expired", tokens.expired(user),
                "issuer", tokens.wrongIssuer(user),
                "audience", tokens.wrongAudience(user),
                "role", tokens.wrongRole(user),
                "subject", tokens.missingSubject(user),
                "anonymous", tokens.anonymous(user),
                "anon key", tokens.anonKey(),
                "service_role key", tokens.serviceRoleKey());
        for (var token : wellSigned.values()) {
            assertThat(SignedJWT.parse(token)
                            .verify(new ECDSAVerifier(
                                    publicKeys().getKeys().getFirst().toECKey())))
                    .isTrue();
        }
    }

    @Test
    void thePublicKeyAsASecretFitsItsSignature() throws Exception {
        var secret = publicKeys().getKeys().getFirst().toECKey().toECPublicKey().getEncoded();

        assertThat(SignedJWT.parse(tokens.hs256WithPublicKey(user)).verify(new MACVerifier(secret)))
                .isTrue();
    }

    private static JWKSet publicKeys() {
        return new JWKSet(WORLD.keys().signingKey().toPublicJWK());
    }

    private DefaultJWTProcessor<SecurityContext> strict() {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(publicKeys())));
        var exact = new JWTClaimsSet.Builder()
                .issuer(sandbox.authUrl().toString())
                .claim("role", "authenticated")
                .claim("is_anonymous", false)
                .build();
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>("authenticated", exact, Set.of("sub", "exp", "session_id")));
        return processor;
    }
}
