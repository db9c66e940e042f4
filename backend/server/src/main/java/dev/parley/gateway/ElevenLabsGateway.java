package dev.parley.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.elevenlabs.Conversation;
import dev.parley.elevenlabs.ConversationQuery;
import dev.parley.elevenlabs.ConversationSummary;
import dev.parley.elevenlabs.ElevenLabs;
import dev.parley.elevenlabs.Page;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.security.CredentialKind;
import dev.parley.security.Credentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to ElevenLabs for the whole server, with each client's own key. Every call may throw an
 * {@link UpstreamException}; never call it inside a transaction.
 */
@ApplicationScoped
public class ElevenLabsGateway {

    private static final Logger LOG = LoggerFactory.getLogger(ElevenLabsGateway.class);

    private static final String CONVERSATIONS = "/v1/convai/conversations";
    private static final Duration KEY_REMEMBERED = Duration.ofSeconds(30);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final Repeated repeated;
    private final Guarded guarded;
    private final Persistence persistence;
    private final Credentials credentials;
    private final Clock clock;
    /** One for all keys: its threads and connections outlive the libraries, which are built anew with each key that is read. */
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    private final GatewaySettings settings = GatewaySettings.from(ConfigProvider.getConfig());
    private final Map<UUID, Limiter> limiters = new ConcurrentHashMap<>();
    private final Cache<UUID, ElevenLabs> libraries =
            Caffeine.newBuilder().expireAfterWrite(KEY_REMEMBERED).build();

    @Inject
    public ElevenLabsGateway(
            Repeated repeated, Guarded guarded, Persistence persistence, Credentials credentials, Clock clock) {
        this.repeated = repeated;
        this.guarded = guarded;
        this.persistence = persistence;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** So that a setting that is wrong shows at the start. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        LOG.debug("ElevenLabs is at {}", settings.baseUrl());
    }

    public Page<ConversationSummary> conversations(UUID clientId, ConversationQuery query) {
        return ask(clientId, CONVERSATIONS, false, library -> library.conversations()
                .list(query));
    }

    public Conversation conversation(UUID clientId, String id) {
        return ask(clientId, CONVERSATIONS + "/{id}", true, library -> library.conversations()
                .get(id));
    }

    private <T> T ask(UUID clientId, String endpoint, boolean ofOne, Function<ElevenLabs, T> request) {
        var library = library(clientId);
        var attempt = Attempt.reading(clientId, Upstream.ELEVENLABS, endpoint, ofOne, () -> request.apply(library));
        return repeated.ask(attempt, limiter(clientId), guarded);
    }

    private Limiter limiter(UUID clientId) {
        return limiters.computeIfAbsent(
                clientId, id -> new Limiter(settings.requestsPerSecond(), settings.mostAtOnce(), clock));
    }

    /** The key is read before the cache is entered: while a cache loads, it holds a lock. */
    private ElevenLabs library(UUID clientId) {
        var library = libraries.getIfPresent(clientId);
        if (library == null) {
            library = ElevenLabs.builder()
                    .apiKey(apiKey(clientId))
                    .baseUrl(settings.baseUrl())
                    .httpClient(http)
                    .requestTimeout(settings.requestTimeout())
                    .clock(clock)
                    .build();
            libraries.put(clientId, library);
        }
        return library;
    }

    private String apiKey(UUID clientId) {
        return persistence
                .inClient(
                        Context.jobs(clientId),
                        Mode.READ,
                        transaction -> credentials.inForce(transaction, CredentialKind.ELEVENLABS_API_KEY))
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Client " + clientId + " has no ElevenLabs API key"));
    }
}
