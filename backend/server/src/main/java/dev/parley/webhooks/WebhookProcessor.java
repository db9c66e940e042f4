package dev.parley.webhooks;

import dev.parley.conversations.ConversationRecorder;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.elevenlabs.WebhookEvent;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.PersistenceException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through the inbox. A row's effects and its end are one transaction: a crash in between leaves it pending, and the
 * next look, here or on another node, does it again.
 */
@ApplicationScoped
public class WebhookProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookProcessor.class);
    private static final String TRANSCRIPTION = "post_call_transcription";
    private static final int BATCH = 50;
    private static final int LOOK_EVERY_MILLIS = 1_000;

    private final InboundWebhooks inbox;
    private final ConversationRecorder conversations;
    private final Persistence persistence;
    private final Semaphore arrived = new Semaphore(0);
    private volatile boolean running = true;

    @Inject
    public WebhookProcessor(InboundWebhooks inbox, ConversationRecorder conversations, Persistence persistence) {
        this.inbox = inbox;
        this.conversations = conversations;
        this.persistence = persistence;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        var roles = ConfigProvider.getConfig()
                .getOptionalValue("PARLEY_ROLES", String.class)
                .orElse("api,worker");
        if (roles.contains("worker")) {
            Thread.ofVirtual().name("parley-webhooks").start(this::work);
        }
    }

    /** Something was stored on this node; no need to wait for the next look. */
    void wake() {
        arrived.release();
    }

    @PreDestroy
    void stop() {
        running = false;
        arrived.release();
    }

    private void work() {
        while (running) {
            try {
                if (arrived.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    arrived.drainPermits();
                }
                boolean busy = true;
                while (running && busy) {
                    busy = false;
                    for (var due : inbox.due(BATCH)) {
                        busy |= process(due);
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (PersistenceException e) {
                LOG.warn("The inbox could not be read, trying again", e);
                pause();
            }
        }
    }

    /** @return whether there was anything to do: not when another node is at it */
    private boolean process(InboundWebhooks.Due due) {
        try {
            return persistence.inClient(Context.jobs(due.clientId()), Mode.WRITE, transaction -> {
                var body = inbox.claim(transaction, due.id());
                if (body.isEmpty()) {
                    return false;
                }
                var event = WebhookEvent.parse(body.get());
                boolean known = event.type().equals(TRANSCRIPTION);
                if (known) {
                    conversations.record(
                            transaction, event.conversation(), Instant.ofEpochSecond(event.eventTimestamp()));
                }
                inbox.finish(transaction, due.id(), known ? "processed" : "ignored");
                return true;
            });
        } catch (UnexpectedResponseException e) {
            LOG.warn("Webhook {} cannot be understood: {}", due.id(), e.getMessage());
            inbox.failed(due.clientId(), due.id(), e.getClass().getSimpleName(), true);
            return true;
        } catch (RuntimeException e) {
            LOG.error("Webhook {} could not be processed, it will be tried again", due.id(), e);
            inbox.failed(due.clientId(), due.id(), e.getClass().getSimpleName(), false);
            return true;
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
