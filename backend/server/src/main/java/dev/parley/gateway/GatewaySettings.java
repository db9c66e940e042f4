package dev.parley.gateway;

import dev.parley.Settings;
import dev.parley.StartException;
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

    private static final String BASE_URL = "ELEVENLABS_BASE_URL";

    /** @throws StartException when one is wrong */
    static GatewaySettings from(Config config) {
        return new GatewaySettings(
                Settings.upstream(
                        config, BASE_URL, Settings.text(config, BASE_URL).orElse("https://api.elevenlabs.io")),
                Settings.number(config, "PARLEY_ELEVENLABS_REQUESTS_PER_SECOND", 50, 1),
                Settings.number(config, "PARLEY_ELEVENLABS_AT_ONCE", 8, 1),
                Settings.duration(config, "PARLEY_ELEVENLABS_TIMEOUT", Duration.ofSeconds(30)));
    }
}
