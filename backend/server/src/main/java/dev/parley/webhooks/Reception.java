package dev.parley.webhooks;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.Settings;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.elevenlabs.WebhookSignature;
import dev.parley.elevenlabs.Webhooks;
import dev.parley.http.Bodies;
import dev.parley.http.Deadlines;
import dev.parley.persistence.PersistenceException;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a delivery in: reads it, finds out whether it is rightly signed, stores it. Anybody can claim to be ElevenLabs and
 * take their time over it, so what is scarce is lent only for moments: memory while a body is read, the database afterwards.
 */
@ApplicationScoped
class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final HeaderName SIGNATURE = HeaderNames.create("ElevenLabs-Signature");

    /** What is longer and no recording is refused. */
    private static final int MOST_STORED_BYTES = 10 << 20;
    /**
     * Recordings are hashed as they stream by and dropped. They are read to their end all the same: ElevenLabs switches a
     * webhook off that refuses too often, with the transcripts that come by it.
     */
    private static final long MOST_READ_BYTES = 200L << 20;

    private static final long MOST_MEMORY_BYTES = 128L << 20;
    /** Whoever names a client that does not exist shares the memory of one. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final InboundWebhooks inbox;
    private final Webhooks webhooks;
    private final Deadlines deadlines;
    private final Bodies bodies;
    private final BodyMemory memory;
    private final Turns turns = new Turns(8, 3);
    private final String nobodysSecret = UUID.randomUUID().toString();

    /** @param verified whether ElevenLabs sent it; a stranger writes nothing into a client's log */
    record Answer(int status, String code, boolean verified) {}

    @Inject
    Reception(InboundWebhooks inbox, Clock clock) {
        this.inbox = inbox;
        this.webhooks = new Webhooks(clock);
        this.deadlines = new Deadlines(
                Settings.duration(ConfigProvider.getConfig(), "PARLEY_WEBHOOK_TIMEOUT", Duration.ofSeconds(30)));
        this.bodies = new Bodies(deadlines);
        long most = Math.min(MOST_MEMORY_BYTES, Runtime.getRuntime().maxMemory() / 4);
        this.memory = new BodyMemory(most, Math.max(most / 4, MOST_STORED_BYTES + (1 << 20)));
    }

    @PreDestroy
    void stop() {
        deadlines.close();
    }

    /** So that a setting that makes no sense shows at the start. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        LOG.trace("Bodies of webhooks have {}", deadlines.limit());
    }

    Answer receive(UUID clientId, ServerRequest request, String requestId) {
        return answer(false, () -> {
            refuseByLength(request);
            var header = header(request);
            var early = webhooks.signature(header, List.of());
            if (early.isRefused()) {
                throw unauthenticated(early.result());
            }
            var known = turns.take(clientId, () -> inbox.secrets(clientId));
            // As if the secret were wrong, with all that this takes: nobody learns which clients exist.
            var secrets = known.isEmpty() ? List.of(nobodysSecret) : known;
            try (var share = memory.open(known.isEmpty() ? NOBODY : clientId)) {
                var announced = request.headers().contentLength();
                var body = new KeptBody(share, webhooks.signature(header, secrets), MOST_STORED_BYTES, announced);
                if (bodies.read(request, MOST_READ_BYTES, body) > MOST_READ_BYTES) {
                    throw tooLarge(MOST_READ_BYTES);
                }
                share.reading(null);
                var signature = body.signature();
                if (known.isEmpty() || signature != WebhookSignature.Result.VALID) {
                    throw unauthenticated(signature);
                }
                return answer(true, () -> keep(clientId, body, requestId));
            }
        });
    }

    private Answer keep(UUID clientId, KeptBody body, String requestId) {
        if (body.isTooLong() && !body.isAudio()) {
            throw tooLarge(MOST_STORED_BYTES);
        }
        if (body.isTooLong()) {
            return new Answer(200, "DROPPED", true);
        }
        var bytes = body.bytes();
        var head = webhooks.head(bytes);
        if (head.isAudio()) {
            return new Answer(200, "DROPPED", true);
        }
        turns.take(clientId, () -> {
            inbox.store(clientId, head, bytes, requestId);
            return true;
        });
        return new Answer(200, "STORED", true);
    }

    private static void refuseByLength(ServerRequest request) {
        long length = request.headers().contentLength().orElse(0);
        if (length > MOST_READ_BYTES) {
            throw tooLarge(MOST_READ_BYTES);
        }
    }

    /** All of them when there are several: that is refused, since nobody signs twice. */
    private static @Nullable String header(ServerRequest request) {
        var given = request.headers().all(SIGNATURE, List::of);
        return given.isEmpty() ? null : String.join(",", given);
    }

    private static ParleyException unauthenticated(WebhookSignature.Result why) {
        return new ParleyException(ErrorCode.UNAUTHENTICATED, "signature " + why);
    }

    private static ParleyException tooLarge(long most) {
        return new ParleyException(ErrorCode.PAYLOAD_TOO_LARGE, "more than " + most + " bytes");
    }

    /** Whatever goes wrong has an answer with a code, and leaves one trace in the log. */
    private static Answer answer(boolean verified, Supplier<Answer> work) {
        try {
            return work.get();
        } catch (Bodies.TooSlow e) {
            LOG.warn("Webhook refused: the body came too slowly");
            return refused(ErrorCode.TIMEOUT, verified);
        } catch (ParleyException e) {
            LOG.warn("Webhook refused: {}", e.getMessage());
            return refused(e.code(), verified);
        } catch (UnexpectedResponseException e) {
            LOG.warn("Webhook refused: {}", e.getMessage());
            return refused(ErrorCode.BAD_USER_INPUT, verified);
        } catch (PersistenceException e) {
            LOG.error("A webhook could not be stored; the sender will repeat it", e);
            return refused(ErrorCode.UPSTREAM_UNAVAILABLE, verified);
        } catch (RuntimeException e) {
            LOG.error("A webhook could not be taken in", e);
            return refused(ErrorCode.INTERNAL, verified);
        }
    }

    private static Answer refused(ErrorCode code, boolean verified) {
        int status =
                switch (code) {
                    case BAD_USER_INPUT -> 400;
                    case UNAUTHENTICATED -> 401;
                    case TIMEOUT -> 408;
                    case PAYLOAD_TOO_LARGE -> 413;
                    case UPSTREAM_UNAVAILABLE -> 503;
                    default -> 500;
                };
        return new Answer(status, code.name(), verified);
    }
}
