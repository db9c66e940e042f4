package dev.parley.webhooks;

import dev.parley.NodeRoles;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.elevenlabs.WebhookEvent;
import dev.parley.elevenlabs.WebhookSignature;
import dev.parley.elevenlabs.Webhooks;
import dev.parley.monitoring.RequestIds;
import dev.parley.monitoring.RequestLog;
import dev.parley.persistence.PersistenceException;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.microprofile.server.ServerCdiExtension;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * {@code POST /webhooks/elevenlabs/{clientId}}: checks signature and age over the raw bytes, stores, answers 200; the work
 * comes after. Recordings are hashed as they stream by, answered and dropped.
 */
@ApplicationScoped
class WebhookEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookEndpoint.class);
    private static final HeaderName SIGNATURE = HeaderNames.create("ElevenLabs-Signature");
    private static final int MOST_STORED_BYTES = 10 << 20;
    private static final long MOST_READ_BYTES = 200L << 20;
    private static final Pattern AUDIO = Pattern.compile("\"type\"\\s*:\\s*\"[a-z_]*audio\"");

    /** Bodies in memory at once; ElevenLabs repeats what finds no place. */
    private static final int AT_ONCE = 16;

    private final Semaphore reading = new Semaphore(AT_ONCE);
    private final InboundWebhooks inbox;
    private final WebhookProcessor processor;
    private final RequestLog requestLog;
    private final Webhooks webhooks;

    private record Received(WebhookSignature.Result signature, byte[] kept, long bytes) {}

    private record Answer(int status, String code) {}

    @Inject
    WebhookEndpoint(InboundWebhooks inbox, WebhookProcessor processor, RequestLog requestLog, Clock clock) {
        this.inbox = inbox;
        this.processor = processor;
        this.requestLog = requestLog;
        this.webhooks = new Webhooks(clock);
    }

    void register(@Observes @Priority(500) @Initialized(ApplicationScoped.class) Object started, BeanManager beans) {
        if (!NodeRoles.from(ConfigProvider.getConfig()).api()) {
            return;
        }
        beans.getExtension(ServerCdiExtension.class)
                .serverRoutingBuilder()
                .post("/webhooks/elevenlabs/{clientId}", this::post);
    }

    private void post(ServerRequest request, ServerResponse response) {
        long begun = System.nanoTime();
        var requestId = RequestIds.of(request.headers());
        MDC.put("requestId", requestId);
        var clientId = clientId(request.path().pathParameters().get("clientId"));
        Answer answer;
        boolean busy = !reading.tryAcquire();
        try {
            answer = busy
                    ? new Answer(503, "UPSTREAM_UNAVAILABLE")
                    : clientId == null ? new Answer(404, "NOT_FOUND") : receive(clientId, request, requestId);
        } catch (PersistenceException e) {
            LOG.error("A webhook could not be stored; the sender will repeat it", e);
            answer = new Answer(503, "UPSTREAM_UNAVAILABLE");
        } catch (IOException e) {
            LOG.warn("A webhook was cut off: {}", e.getClass().getSimpleName());
            answer = new Answer(400, "BAD_USER_INPUT");
        } finally {
            if (!busy) {
                reading.release();
            }
        }
        response.status(Status.create(answer.status()))
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(RequestIds.HEADER, requestId);
        if (answer.status() != 200) {
            // What was not read of the body stays unread: else the server would read it, however long, before it goes
            // on.
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        response.send("{\"status\":\"%s\",\"requestId\":\"%s\"}".formatted(answer.code(), requestId));
        requestLog.record(new RequestLog.Entry(
                answer.status() == 401 ? null : clientId, // a stranger writes nothing into a client's log
                "webhook",
                "/webhooks/elevenlabs",
                "POST",
                answer.status(),
                (int) ((System.nanoTime() - begun) / 1_000_000),
                answer.status() == 200 ? null : answer.code(),
                requestId));
        MDC.remove("requestId");
    }

    private Answer receive(UUID clientId, ServerRequest request, String requestId) throws IOException {
        var header = request.headers().first(SIGNATURE).orElse(null);
        var secrets = webhooks.signature(header, List.of()).isRefused() ? List.<String>of() : inbox.secrets(clientId);
        var received = read(request, webhooks.signature(header, secrets), secrets.isEmpty());
        // An unknown client and a wrong secret look alike: nobody learns which clients exist.
        if (received.signature() != WebhookSignature.Result.VALID) {
            LOG.warn("Webhook refused: signature {}", received.signature());
            return new Answer(401, "UNAUTHENTICATED");
        }
        if (isAudio(received)) {
            return new Answer(200, "DROPPED");
        }
        if (received.bytes() > MOST_STORED_BYTES) {
            LOG.warn("Webhook refused: {} bytes", received.bytes());
            return new Answer(413, "PAYLOAD_TOO_LARGE");
        }
        try {
            inbox.store(clientId, WebhookEvent.parse(received.kept()), received.kept(), requestId);
        } catch (UnexpectedResponseException e) {
            LOG.warn("Webhook refused: {}", e.getMessage());
            return new Answer(400, "BAD_USER_INPUT");
        }
        processor.wake();
        return new Answer(200, "STORED");
    }

    private static Received read(ServerRequest request, WebhookSignature signature, boolean hopeless)
            throws IOException {
        if (signature.isRefused() || hopeless) {
            return new Received(
                    signature.isRefused() ? signature.result() : WebhookSignature.Result.MISMATCH, new byte[0], 0);
        }
        var kept = new ByteArrayOutputStream();
        var chunk = new byte[64 << 10];
        long bytes = 0;
        try (var stream = request.content().inputStream()) {
            for (int read = stream.read(chunk); read >= 0 && bytes <= MOST_READ_BYTES; read = stream.read(chunk)) {
                signature.update(chunk, 0, read);
                if (bytes <= MOST_STORED_BYTES) {
                    kept.write(chunk, 0, read);
                }
                bytes += read;
            }
        }
        return new Received(signature.result(), kept.toByteArray(), bytes);
    }

    /** The type comes first in the envelope; a recording's is looked for only there, not in megabytes of base64. */
    private static boolean isAudio(Received received) {
        var start = new String(received.kept(), 0, Math.min(received.kept().length, 512), StandardCharsets.UTF_8);
        return AUDIO.matcher(start).find();
    }

    private static @Nullable UUID clientId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
