package dev.parley.sandbox.world;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** The people and companies of the demo. Names, ids and passwords are the same everywhere; secrets are new each time. */
final class DemoWorld {

    private static final UUID SEVERNY_DOM = UUID.fromString("6f1d2c8e-4b0a-4e57-9c31-0d5a7e2b1a01");
    private static final UUID HARBOR_DENTAL = UUID.fromString("b27e9a44-81cf-4f6d-8a10-3c94d1f5ee02");
    private static final String PASSWORD = "parley-demo";
    private static final SecureRandom RANDOM = new SecureRandom();

    private DemoWorld() {}

    static World create(Instant createdAt) {
        var severnyDom = Client.withNewSecrets(
                SEVERNY_DOM,
                "Северный дом",
                new Agent("agent_7201kseverny0dom4rqv6dtnhb0fzw", "Алиса, приём звонков", "ru"));
        var harborDental = Client.withNewSecrets(
                HARBOR_DENTAL,
                "Harbor Dental",
                new Agent("agent_5801kharb0rd3nta1x2p8ec3mq9wtz", "Grace, front desk", "en"));
        var users = List.of(
                user("0c5b7d7e-52b4-4f0e-9d53-a7f1b6c0e101", "owner@severny-dom.example", in(SEVERNY_DOM, "owner")),
                user("0c5b7d7e-52b4-4f0e-9d53-a7f1b6c0e102", "viewer@severny-dom.example", in(SEVERNY_DOM, "viewer")),
                user("0c5b7d7e-52b4-4f0e-9d53-a7f1b6c0e103", "owner@harbor-dental.example", in(HARBOR_DENTAL, "owner")),
                user(
                        "0c5b7d7e-52b4-4f0e-9d53-a7f1b6c0e104",
                        "viewer@harbor-dental.example",
                        in(HARBOR_DENTAL, "viewer")),
                user(
                        "0c5b7d7e-52b4-4f0e-9d53-a7f1b6c0e105",
                        "both@parley.example",
                        in(SEVERNY_DOM, "admin"),
                        in(HARBOR_DENTAL, "analyst")));
        var keys = new Keys(
                "sb_publishable_" + secret(24),
                "sb_secret_" + secret(24),
                signingKey().toJSONObject());
        return new World(createdAt.getEpochSecond(), List.of(severnyDom, harborDental), users, keys);
    }

    private static User user(String id, String email, Membership... memberships) {
        return new User(UUID.fromString(id), email, PASSWORD, List.of(memberships));
    }

    private static Membership in(UUID client, String role) {
        return new Membership(client, role);
    }

    private static ECKey signingKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java has P-256", e);
        }
    }

    private static String secret(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(bytes));
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
