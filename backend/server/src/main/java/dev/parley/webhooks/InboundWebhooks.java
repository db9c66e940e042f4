package dev.parley.webhooks;

import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.elevenlabs.WebhookHead;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.Transaction;
import dev.parley.security.CredentialKind;
import dev.parley.security.Credentials;
import dev.parley.work.NewItem;
import dev.parley.work.Queue;
import dev.parley.work.WorkQueues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What was posted to us, and what became of it. */
@ApplicationScoped
public class InboundWebhooks {

    static final Queue QUEUE = Queue.named("webhooks");

    private static final String SOURCE = "elevenlabs";
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{0,200}");

    private final Persistence persistence;
    private final Credentials credentials;
    private final Clock clock;
    private final WorkQueues queues;

    @Inject
    public InboundWebhooks(Persistence persistence, Credentials credentials, Clock clock, WorkQueues queues) {
        this.persistence = persistence;
        this.credentials = credentials;
        this.clock = clock;
        this.queues = queues;
    }

    List<String> secrets(UUID clientId) {
        return persistence.inClient(
                Context.jobs(clientId),
                Mode.READ,
                transaction -> credentials.inForce(transaction, CredentialKind.ELEVENLABS_WEBHOOK_SECRET));
    }

    /** Stores a delivery as it came, to be processed. The same delivery again is no news. */
    void store(UUID clientId, WebhookHead head, byte[] body, String requestId) {
        var conversationId = head.conversationId() == null ? "" : head.conversationId();
        if (!NAME.matcher(conversationId).matches()
                || !NAME.matcher(head.type()).matches()) {
            throw new UnexpectedResponseException("The webhook's type or conversation_id is no name");
        }
        var dedupeKey = head.type() + "|" + (conversationId.isEmpty() ? hash(body) : conversationId) + "|"
                + head.eventTimestamp();
        persistence.inClient(Context.jobs(clientId), Mode.WRITE, transaction -> {
            var stored = insert(transaction, head.type(), dedupeKey, body, requestId);
            if (stored.isPresent()) {
                queues.add(transaction, QUEUE, NewItem.about(stored.get()));
            }
            return null;
        });
    }

    private Optional<UUID> insert(Transaction transaction, String type, String dedupeKey, byte[] body, String requestId)
            throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("insert into inbound_webhooks (client_id, source, type, dedupe_key, body,"
                        + " request_id, received_at) values (private.client_id(), ?, ?, ?, ?, ?, ?)"
                        + " on conflict (client_id, source, dedupe_key) do nothing returning id")) {
            statement.setString(1, SOURCE);
            statement.setString(2, type);
            statement.setString(3, dedupeKey);
            statement.setBytes(4, body);
            statement.setString(5, requestId);
            statement.setObject(6, now());
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    /** Names an event that no conversation names. */
    private static String hash(byte[] body) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What was posted, locked for this transaction; empty when it has been dealt with. */
    Optional<byte[]> body(Transaction transaction, UUID id) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("select body from inbound_webhooks where client_id = private.client_id() and id = ?"
                        + " and status in ('pending', 'given_up') for update")) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    /** @param status processed, ignored or given_up */
    void dealtWith(Transaction transaction, UUID id, String status) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("update inbound_webhooks set status = ?, processed_at = ?, next_attempt_at = null"
                        + " where client_id = private.client_id() and id = ?")) {
            statement.setString(1, status);
            statement.setObject(2, now());
            statement.setObject(3, id);
            statement.executeUpdate();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
