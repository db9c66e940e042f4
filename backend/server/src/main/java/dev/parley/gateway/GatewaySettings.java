package dev.parley.gateway;

import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * Where ElevenLabs is and how hard it is asked. Time-outs of attempts, retries and the breaker are MicroProfile Fault
 * Tolerance settings, for example {@code dev.parley.gateway.Guarded/ask/Timeout/value}.
 *
 * @param requestsPerSecond of one client's key from this node
 * @param mostAtOnce of one client's key from this node; fewer after ElevenLabs has complained
 * @param requestTimeout of one request
 */
record GatewaySettings(URI baseUrl, int requestsPerSecond, int mostAtOnce, Duration requestTimeout) {

    static GatewaySettings from(Config config) {
        return new GatewaySettings(
                URI.create(config.getOptionalValue("ELEVENLABS_BASE_URL", String.class)
                        .orElse("https://api.elevenlabs.io")),
                config.getOptionalValue("PARLEY_ELEVENLABS_REQUESTS_PER_SECOND", Integer.class)
                        .orElse(50),
                config.getOptionalValue("PARLEY_ELEVENLABS_AT_ONCE", Integer.class)
                        .orElse(8),
                config.getOptionalValue("PARLEY_ELEVENLABS_TIMEOUT", Duration.class)
                        .orElse(Duration.ofSeconds(30)));
    }
}
