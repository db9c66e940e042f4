package dev.parley.webhooks;

import dev.parley.NodeRoles;
import dev.parley.conversations.ConversationRecorder;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.elevenlabs.WebhookEvent;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Works through the inbox. A row's effects and its end are one transaction: a crash in between leaves it pending, and the
 * next look, here or on another node, does it again.
 */
@ApplicationScoped
public class WebhookProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookProcessor.class);
    private static final String TRANSCRIPTION = "post_call_transcription";
    private static final String REQUEST_ID = "requestId";
    private static final int BATCH = 50;
    private static final int CLIENTS_AT_ONCE = 4;
    private static final int LOOK_EVERY_MILLIS = 1_000;
    private static final int STOPPED_WITHIN_SECONDS = 5;

    /** Helidon stops listening at priority 0; the database goes when beans are destroyed, after all observers. */
    private static final int AFTER_THE_SERVER_STOPPED = 100;

    private final InboundWebhooks inbox;
    private final ConversationRecorder conversations;
    private final Persistence persistence;
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore places = new Semaphore(CLIENTS_AT_ONCE);
    private final Set<UUID> inWork = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("parley-webhooks-", 0).factory());
    private volatile boolean running = true;

    @Inject
    public WebhookProcessor(InboundWebhooks inbox, ConversationRecorder conversations, Persistence persistence) {
        this.inbox = inbox;
        this.conversations = conversations;
        this.persistence = persistence;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (NodeRoles.from(ConfigProvider.getConfig()).worker()) {
            threads.execute(this::work);
        }
    }

    /** Something was stored on this node; no need to wait for the next look. */
    void wake() {
        arrived.release();
    }

    /** What is in work is brought to its end while there is a database; the rest waits for the next node. */
    void stop(@Observes @Priority(AFTER_THE_SERVER_STOPPED) @BeforeDestroyed(ApplicationScoped.class) Object stopping)
            throws InterruptedException {
        running = false;
        arrived.release();
        threads.shutdown();
        if (!threads.awaitTermination(STOPPED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Webhooks are still in work after {} s; they will be processed again", STOPPED_WITHIN_SECONDS);
        }
    }

    private void work() {
        while (running) {
            try {
                if (arrived.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    arrived.drainPermits();
                }
                for (var clientId : inbox.clientsWithWork()) {
                    if (inWork.add(clientId)) {
                        places.acquire();
                        threads.execute(() -> workFor(clientId));
                    }
                }
            } catch (InterruptedException | RejectedExecutionException e) {
                return; // stopping
            } catch (RuntimeException e) {
                LOG.warn("The inbox could not be read, trying again", e);
                pause();
            }
        }
    }

    /** One client's webhooks one after the other; a client that has to wait keeps nobody else waiting. */
    private void workFor(UUID clientId) {
        try {
            boolean busy = true;
            while (running && busy) {
                busy = false;
                for (var id : inbox.due(clientId, BATCH)) {
                    if (!running) {
                        return;
                    }
                    busy |= process(clientId, id);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("The inbox of client {} could not be worked through, trying again", clientId, e);
        } finally {
            inWork.remove(clientId);
            places.release();
            arrived.release(); // for what came in after the last look
        }
    }

    /** @return whether there was anything to do: not when another node is at it */
    private boolean process(UUID clientId, UUID id) {
        try {
            return persistence.inClient(Context.jobs(clientId), Mode.WRITE, transaction -> {
                var claimed = inbox.claim(transaction, id);
                if (claimed.isEmpty()) {
                    return false;
                }
                MDC.put(REQUEST_ID, claimed.get().requestId());
                var event = WebhookEvent.parse(claimed.get().body());
                boolean known = event.type().equals(TRANSCRIPTION);
                if (known) {
                    conversations.record(
                            transaction, event.conversation(), Instant.ofEpochSecond(event.eventTimestamp()));
                }
                inbox.finish(transaction, id, known ? "processed" : "ignored");
                return true;
            });
        } catch (UnexpectedResponseException e) {
            LOG.warn("Webhook {} cannot be understood: {}", id, e.getMessage());
            inbox.failed(clientId, id, e.getClass().getSimpleName(), true);
            return true;
        } catch (RuntimeException e) {
            var why = e.getClass().getSimpleName();
            int attempts = inbox.failed(clientId, id, why, false);
            if (attempts == 1) {
                LOG.error("Webhook {} could not be processed, it will be tried again", id, e);
            } else { // where it happens has been said
                LOG.warn(
                        "Webhook {} could not be processed, attempt {} of {}: {}",
                        id,
                        attempts,
                        InboundWebhooks.MOST_ATTEMPTS,
                        why);
            }
            return true;
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
