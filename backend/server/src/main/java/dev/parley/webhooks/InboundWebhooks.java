package dev.parley.webhooks;

import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.elevenlabs.WebhookHead;
import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.Transaction;
import dev.parley.security.CredentialKind;
import dev.parley.security.Credentials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The inbox: what was posted to us, and how far we are with it. */
@ApplicationScoped
public class InboundWebhooks {

    private static final String SOURCE = "elevenlabs";
    private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{0,200}");

    /** Waits after each failed attempt; after the last one the row is given up and stays to be looked at. */
    private static final List<Duration> RETRIES =
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

    static final int MOST_ATTEMPTS = RETRIES.size() + 1;

    private final Persistence persistence;
    private final Credentials credentials;
    private final Clock clock;

    @Inject
    public InboundWebhooks(Persistence persistence, Credentials credentials, Clock clock) {
        this.persistence = persistence;
        this.credentials = credentials;
        this.clock = clock;
    }

    List<String> secrets(UUID clientId) {
        return persistence.inClient(
                Context.jobs(clientId),
                Mode.READ,
                transaction -> credentials.inForce(transaction, CredentialKind.ELEVENLABS_WEBHOOK_SECRET));
    }

    /**
     * A row that is being processed.
     *
     * @param requestId of the request that brought it
     */
    record Claimed(byte[] body, @Nullable String requestId) {}

    /**
     * Stores a delivery as it came. The same delivery again is no news.
     *
     * @return how many were stored: 1, or 0 when it is no news
     */
    int store(UUID clientId, WebhookHead head, byte[] body, String requestId) {
        var conversationId = head.conversationId() == null ? "" : head.conversationId();
        if (!NAME.matcher(conversationId).matches()
                || !NAME.matcher(head.type()).matches()) {
            throw new UnexpectedResponseException("The webhook's type or conversation_id is no name");
        }
        return persistence.inClient(Context.jobs(clientId), Mode.WRITE, transaction -> {
            try (var statement = transaction
                    .connection()
                    .prepareStatement("insert into inbound_webhooks (client_id, source, type, dedupe_key, body,"
                            + " next_attempt_at, request_id, received_at)"
                            + " values (private.client_id(), ?, ?, ?, ?, ?, ?, ?)"
                            + " on conflict (client_id, source, dedupe_key) do nothing")) {
                var now = utc(clock.instant());
                statement.setString(1, SOURCE);
                statement.setString(2, head.type());
                statement.setString(
                        3,
                        head.type() + "|" + (conversationId.isEmpty() ? hash(body) : conversationId) + "|"
                                + head.eventTimestamp());
                statement.setBytes(4, body);
                statement.setObject(5, now);
                statement.setString(6, requestId);
                statement.setObject(7, now);
                return statement.executeUpdate();
            }
        });
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

    List<UUID> clientsWithWork() {
        return persistence.inClient(Context.system(DatabaseRole.JOBS), Mode.READ, transaction -> {
            try (var statement = transaction
                    .connection()
                    .prepareStatement("select client_id from private.clients_with_due_webhooks(?)")) {
                statement.setObject(1, utc(clock.instant()));
                return ids(statement);
            }
        });
    }

    /** The rows of a client that are due, oldest first. */
    List<UUID> due(UUID clientId, int limit) {
        return persistence.inClient(Context.jobs(clientId), Mode.READ, transaction -> {
            try (var statement = transaction
                    .connection()
                    .prepareStatement("select id from inbound_webhooks where client_id = private.client_id()"
                            + " and status = 'pending' and next_attempt_at <= ? order by next_attempt_at limit ?")) {
                statement.setObject(1, utc(clock.instant()));
                statement.setInt(2, limit);
                return ids(statement);
            }
        });
    }

    private static List<UUID> ids(PreparedStatement statement) throws SQLException {
        var found = new ArrayList<UUID>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        return found;
    }

    /** A row that is still pending, locked for this transaction; empty when another node has it. */
    Optional<Claimed> claim(Transaction transaction, UUID id) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("select body, request_id from inbound_webhooks"
                        + " where client_id = private.client_id() and id = ?"
                        + " and status = 'pending' for update skip locked")) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Claimed(row.getBytes(1), row.getString(2))) : Optional.empty();
            }
        }
    }

    void finish(Transaction transaction, UUID id, String status) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement(
                        "update inbound_webhooks set status = ?, next_attempt_at = null, last_error = null,"
                                + " attempts = attempts + 1, processed_at = ? where client_id = private.client_id() and id = ?")) {
            statement.setString(1, status);
            statement.setObject(2, utc(clock.instant()));
            statement.setObject(3, id);
            statement.executeUpdate();
        }
    }

    /**
     * @param error class or code of the failure, never content
     * @return how many attempts have failed
     */
    int failed(UUID clientId, UUID id, String error, boolean hopeless) {
        return persistence.inClient(Context.jobs(clientId), Mode.WRITE, transaction -> {
            int attempts = attempts(transaction, id) + 1;
            var retryAt = hopeless || attempts >= MOST_ATTEMPTS
                    ? null
                    : clock.instant().plus(RETRIES.get(attempts - 1));
            try (var statement = transaction
                    .connection()
                    .prepareStatement(
                            "update inbound_webhooks set status = ?, attempts = ?, next_attempt_at = ?,"
                                    + " last_error = ? where client_id = private.client_id() and id = ? and status = 'pending'")) {
                statement.setString(1, retryAt == null ? "given_up" : "pending");
                statement.setInt(2, attempts);
                statement.setObject(3, utc(retryAt), java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
                statement.setString(4, error);
                statement.setObject(5, id);
                statement.executeUpdate();
                return attempts;
            }
        });
    }

    private static int attempts(Transaction transaction, UUID id) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement(
                        "select attempts from inbound_webhooks where client_id = private.client_id() and id = ? for update")) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
