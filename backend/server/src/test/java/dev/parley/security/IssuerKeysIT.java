package dev.parley.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import dev.parley.testing.LogLines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An issuer whose tokens nobody could verify is told of before somebody logs in. */
class IssuerKeysIT {

    private HttpServer issuer;
    private volatile String published = "{\"keys\":[]}";

    @BeforeEach
    void start() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/", exchange -> {
            var body = published.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}"})
    void withoutAUsableKeyANodeIsNotReadyAndTheLogSaysWhy(String keys) {
        published = keys;
        try (var log = new LogLines(IssuerKeys.class.getName())) {
            var verifier = verifier();
            verifier.rehearse(1);

            assertThat(verifier.issuerKeys()).isEqualTo(IssuerKeys.NONE);
            assertThat(new TokenKeysHealth(null).response(IssuerKeys.NONE).getStatus())
                    .isEqualTo(Status.DOWN);
            assertThat(log.all())
                    .singleElement()
                    .extracting(line -> line.getLevel() + " " + line.getFormattedMessage())
                    .asString()
                    .startsWith("WARN ")
                    .contains("publishes no key for ES256 or RS256", "JWT signing keys");
        }
    }

    @Test
    void withOneItIsReadyAndStaysSo() throws Exception {
        published = new JWKSet(new ECKeyGenerator(Curve.P_256)
                        .algorithm(JWSAlgorithm.ES256)
                        .keyID("a")
                        .generate())
                .toString();
        var health = new TokenKeysHealth(null);

        var verifier = verifier();

        for (int i = 0; i < 5; i++) { // as health is asked
            assertThat(verifier.issuerKeys()).isEqualTo(IssuerKeys.USABLE);
        }
        assertThat(health.response(IssuerKeys.USABLE).getStatus()).isEqualTo(Status.UP);
        assertThat(health.response(IssuerKeys.NONE).getStatus())
                .as("webhooks and API tokens go on")
                .isEqualTo(Status.UP);
    }

    @Test
    void anIssuerThatIsAwayKeepsNoNodeFromStarting() {
        issuer.stop(0);

        assertThat(verifier().issuerKeys()).isEqualTo(IssuerKeys.UNREACHABLE);
        assertThat(new TokenKeysHealth(null).response(IssuerKeys.UNREACHABLE).getStatus())
                .isEqualTo(Status.UP);
    }

    private TokenVerifier verifier() {
        var url = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks.json");
        return new TokenVerifier(
                new JwtSettings(url, "https://issuer.example", "authenticated", List.of("ES256", "RS256")),
                Clock.systemUTC());
    }
}
