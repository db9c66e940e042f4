package dev.parley.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.RequestOptions;
import com.openai.models.embeddings.EmbeddingCreateParams;
import dev.parley.monitoring.RequestLog;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.security.CredentialKind;
import dev.parley.security.Credentials;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to OpenAI, or a server with its API, with the client's own key or else the installation's. Every call may throw an
 * {@link UpstreamException}; never call it inside a transaction.
 */
@ApplicationScoped
public class OpenAiGateway {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAiGateway.class);

    private static final String EMBEDDINGS = "/v1/embeddings";
    private static final Duration KEY_REMEMBERED = Duration.ofSeconds(30);
    /** For somebody who waits. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final int DIGITS_OF_A_PRICE = 8;

    private final Repeated repeated;
    private final GuardedOpenAi guarded;
    private final Persistence persistence;
    private final Credentials credentials;
    private final Clock clock;
    private final OpenAiSettings settings;
    /** By key: clients without one of their own share the installation's. */
    private final Map<String, Limiter> limiters = new ConcurrentHashMap<>();

    private final Cache<UUID, Optional<String>> keys =
            Caffeine.newBuilder().expireAfterWrite(KEY_REMEMBERED).build();
    private final ReentrantLock building = new ReentrantLock();
    private volatile @Nullable OpenAIClient library;

    @Inject
    public OpenAiGateway(
            Repeated repeated, GuardedOpenAi guarded, Persistence persistence, Credentials credentials, Clock clock) {
        this(repeated, guarded, persistence, credentials, clock, OpenAiSettings.from(ConfigProvider.getConfig()));
    }

    OpenAiGateway(
            Repeated repeated,
            GuardedOpenAi guarded,
            Persistence persistence,
            Credentials credentials,
            Clock clock,
            OpenAiSettings settings) {
        this.settings = settings;
        this.repeated = repeated;
        this.guarded = guarded;
        this.persistence = persistence;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** So that a setting that is wrong shows at the start. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        LOG.debug("Embeddings are made at {}", settings.baseUrl());
    }

    /** The model that makes the embeddings. */
    public String model() {
        return settings.model();
    }

    /** Whether the client, or the installation, has a key. Looked up at most twice a minute. */
    public boolean hasKey(UUID clientId) {
        return apiKey(clientId).isPresent();
    }

    /**
     * Embeds texts, and tries again for up to five minutes where that can help.
     *
     * @param texts at most 2048, and no more tokens than the service takes at once
     * @return a vector for each text, in their order
     */
    public List<float[]> embeddings(UUID clientId, List<String> texts, int dimensions) {
        var key = requiredKey(clientId);
        return repeated.ask(attempt(clientId, key, texts, dimensions, settings.requestTimeout()), limiter(key), guarded)
                .vectors();
    }

    /** Embeds one text at once, or fails after three seconds at most: for somebody who waits. */
    public float[] embeddingNow(UUID clientId, String text, int dimensions) {
        var key = requiredKey(clientId);
        try {
            return guarded.ask(attempt(clientId, key, List.of(text), dimensions, SOON))
                    .vectors()
                    .getFirst();
        } catch (FaultToleranceException e) {
            throw new UpstreamException.Unavailable(Upstream.OPENAI, UpstreamException.Code.UNAVAILABLE, e);
        }
    }

    private Attempt<EmbeddingAnswer> attempt(
            UUID clientId, String key, List<String> texts, int dimensions, Duration timeout) {
        var question = EmbeddingCreateParams.builder()
                .model(settings.model())
                .dimensions(dimensions)
                .inputOfArrayOfStrings(texts)
                .replaceAdditionalHeaders("Authorization", "Bearer " + key) // one library for all keys
                .build();
        var options = RequestOptions.builder().timeout(timeout).build();
        return new Attempt<>(
                clientId,
                Upstream.OPENAI,
                "POST",
                EMBEDDINGS,
                false,
                () -> EmbeddingAnswer.of(library().embeddings().create(question, options), texts.size(), dimensions),
                answer -> usage(answer.tokens()));
    }

    private RequestLog.Usage usage(long tokens) {
        var cost = settings.price()
                .multiply(BigDecimal.valueOf(tokens))
                .divide(MILLION, DIGITS_OF_A_PRICE, RoundingMode.HALF_UP);
        return new RequestLog.Usage(tokens, cost);
    }

    private OpenAIClient library() {
        building.lock();
        try {
            var built = library;
            if (built == null) {
                built = build();
                library = built;
            }
            return built;
        } finally {
            building.unlock();
        }
    }

    /** Takes seconds, so not before somebody asks. It repeats nothing itself: that is done here, with a limit on all. */
    private OpenAIClient build() {
        return OpenAIOkHttpClient.builder()
                .baseUrl(settings.baseUrl().toString())
                .apiKey("named with each question")
                .maxRetries(0)
                .timeout(settings.requestTimeout())
                .build();
    }

    private Limiter limiter(String key) {
        return limiters.computeIfAbsent(
                key, owner -> new Limiter(settings.requestsPerSecond(), settings.mostAtOnce(), clock));
    }

    private String requiredKey(UUID clientId) {
        return apiKey(clientId)
                .orElseThrow(() -> new IllegalStateException("Client " + clientId + " has no OpenAI API key"));
    }

    /** The key is read before the cache is entered: while a cache loads, it holds a lock. */
    private Optional<String> apiKey(UUID clientId) {
        var known = keys.getIfPresent(clientId);
        if (known == null) {
            known = persistence
                    .inClient(
                            Context.jobs(clientId),
                            Mode.READ,
                            transaction -> credentials.inForce(transaction, CredentialKind.OPENAI_API_KEY))
                    .stream()
                    .findFirst();
            keys.put(clientId, known);
        }
        return known.or(settings::apiKey);
    }

    @PreDestroy
    void stop() {
        var built = library;
        if (built != null) {
            built.close();
        }
    }
}
