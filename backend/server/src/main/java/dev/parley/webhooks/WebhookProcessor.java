package dev.parley.webhooks;

import dev.parley.conversations.ConversationRecorder;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.elevenlabs.WebhookEvent;
import dev.parley.persistence.Transaction;
import dev.parley.work.Queue;
import dev.parley.work.TransactionHandler;
import dev.parley.work.WorkFailure;
import dev.parley.work.WorkItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;

/** Turns what ElevenLabs told of into conversations. What cannot be understood stays, to be looked at. */
@ApplicationScoped
public class WebhookProcessor implements TransactionHandler {

    private static final String TRANSCRIPTION = "post_call_transcription";

    private final InboundWebhooks inbox;
    private final ConversationRecorder conversations;

    @Inject
    public WebhookProcessor(InboundWebhooks inbox, ConversationRecorder conversations) {
        this.inbox = inbox;
        this.conversations = conversations;
    }

    @Override
    public Queue queue() {
        return InboundWebhooks.QUEUE;
    }

    @Override
    public void handle(Transaction transaction, WorkItem item) throws SQLException {
        var body = inbox.body(transaction, item.subject());
        if (body.isEmpty()) {
            return; // deleted, or a server of the version before was quicker
        }
        try {
            var event = WebhookEvent.parse(body.get());
            boolean known = event.type().equals(TRANSCRIPTION);
            if (known) {
                conversations.record(transaction, event.conversation(), Instant.ofEpochSecond(event.eventTimestamp()));
            }
            inbox.dealtWith(transaction, item.subject(), known ? "processed" : "ignored");
        } catch (UnexpectedResponseException e) {
            throw WorkFailure.hopeless(e.getClass().getSimpleName(), "it cannot be understood: " + e.getMessage());
        }
    }

    @Override
    public void givenUp(Transaction transaction, WorkItem item, String code) throws SQLException {
        inbox.dealtWith(transaction, item.subject(), "given_up");
    }
}
