package dev.parley.sandbox.elevenlabs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends webhooks to the receiver, one path per client, signed. What does not arrive is tried again for about two minutes,
 * so that a receiver may be restarted; ElevenLabs gives up at once unless told otherwise.
 */
public final class Webhooks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));
    private static final Duration WHILE_NOBODY_ANSWERS = Duration.ofMillis(500);
    private static final int MOST_REMEMBERED = 3_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final ExecutorService repeats = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, List<Attempt>> attempts = new LinkedHashMap<>();
    private final Clock clock;
    private volatile @Nullable URI receiver;

    public Webhooks(@Nullable URI receiver, Clock clock) {
        this.receiver = receiver;
        this.clock = clock;
    }

    /** Where webhooks go from now on; the client's id is added to the path. */
    public void receiver(URI url) {
        receiver = url;
    }

    /** Tries once while the caller waits; on failure again in the background. */
    Attempt send(Webhook webhook) {
        var first = remember(webhook, attempt(webhook));
        if (!first.arrived() && receiver != null) {
            LOG.warn("{} did not arrive: {}", webhook, first.status() == null ? first.error() : first.status());
            repeats.execute(() -> repeat(webhook));
        }
        return first;
    }

    /** Waits as long as nobody answers, and then while there is hope. */
    Attempt sendPatiently(Webhook webhook) {
        var attempt = attempt(webhook);
        if (attempt.status() == null && receiver != null) {
            LOG.info("Waiting for the receiver of webhooks");
        }
        while (attempt.status() == null && receiver != null && pause(WHILE_NOBODY_ANSWERS)) {
            attempt = attempt(webhook);
        }
        remember(webhook, attempt);
        return attempt.status() == null || attempt.arrived() ? attempt : repeat(webhook);
    }

    /** Every try for a conversation, oldest first. */
    List<Attempt> attempts(String conversationId) {
        synchronized (attempts) {
            return List.copyOf(attempts.getOrDefault(conversationId, List.of()));
        }
    }

    private Attempt repeat(Webhook webhook) {
        var last = new Attempt(webhook.type(), clock.instant().getEpochSecond(), null, "interrupted");
        for (var pause : PAUSES) {
            if (!pause(pause)) {
                return last;
            }
            last = remember(webhook, attempt(webhook));
            if (last.arrived()) {
                LOG.info("{} arrived after a repeat", webhook);
                return last;
            }
        }
        LOG.warn("{} given up", webhook);
        return last;
    }

    private Attempt attempt(Webhook webhook) {
        var now = clock.instant().getEpochSecond();
        var target = receiver;
        try {
            return target == null
                    ? new Attempt(webhook.type(), now, null, "no receiver is set")
                    : new Attempt(webhook.type(), now, post(webhook, target, now), null);
        } catch (IOException e) {
            return new Attempt(webhook.type(), now, null, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt(webhook.type(), now, null, "interrupted");
        }
    }

    private int post(Webhook webhook, URI target, long now) throws IOException, InterruptedException {
        var client = webhook.about().client();
        var request = HttpRequest.newBuilder(URI.create(target + "/" + client.id()))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "ElevenLabs/1.0")
                .header(Signature.HEADER, Signature.of(webhook.body(), client.webhookSecret(), now))
                .POST(body(webhook))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static BodyPublisher body(Webhook webhook) {
        return webhook.chunked()
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(webhook.body()))
                : BodyPublishers.ofByteArray(webhook.body());
    }

    private Attempt remember(Webhook webhook, Attempt attempt) {
        synchronized (attempts) {
            attempts.computeIfAbsent(webhook.about().conversationId(), id -> new ArrayList<>())
                    .add(attempt);
            if (attempts.size() > MOST_REMEMBERED) {
                attempts.remove(attempts.keySet().iterator().next());
            }
        }
        return attempt;
    }

    /** @return false when it is time to stop instead */
    private static boolean pause(Duration length) {
        try {
            Thread.sleep(length);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        repeats.shutdownNow();
        http.shutdownNow();
    }
}
