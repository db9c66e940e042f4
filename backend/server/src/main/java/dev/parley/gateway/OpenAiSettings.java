package dev.parley.gateway;

import dev.parley.Settings;
import dev.parley.StartException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where embeddings are made and how hard that service is asked.
 *
 * @param apiKey the installation's, for clients without one of their own
 * @param model that makes the embeddings
 * @param price US dollars for a million tokens
 * @param requestsPerSecond with one key from this node
 * @param mostAtOnce with one key from this node
 * @param requestTimeout of one request
 */
public record OpenAiSettings(
        URI baseUrl,
        Optional<String> apiKey,
        String model,
        BigDecimal price,
        int requestsPerSecond,
        int mostAtOnce,
        Duration requestTimeout) {

    private static final String BASE_URL = "OPENAI_BASE_URL";
    private static final String PRICE = "PARLEY_EMBEDDING_PRICE";

    /** @throws StartException when one is wrong */
    public static OpenAiSettings from(Config config) {
        return new OpenAiSettings(
                Settings.upstream(
                        config, BASE_URL, Settings.text(config, BASE_URL).orElse("https://api.openai.com/v1")),
                Settings.text(config, "OPENAI_API_KEY"),
                Settings.text(config, "PARLEY_EMBEDDING_MODEL").orElse("text-embedding-3-small"),
                price(config),
                Settings.number(config, "PARLEY_OPENAI_REQUESTS_PER_SECOND", 20, 1),
                Settings.number(config, "PARLEY_OPENAI_AT_ONCE", 4, 1),
                Settings.duration(config, "PARLEY_OPENAI_TIMEOUT", Duration.ofSeconds(30)));
    }

    private static BigDecimal price(Config config) {
        var text = Settings.text(config, PRICE).orElse("0.02");
        if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
            throw new StartException(PRICE + " takes US dollars for a million tokens, for example 0.02");
        }
        return new BigDecimal(text);
    }

    /** Prints without the key. */
    @Override
    public String toString() {
        return "OpenAiSettings[" + baseUrl + " " + model + "]";
    }
}
