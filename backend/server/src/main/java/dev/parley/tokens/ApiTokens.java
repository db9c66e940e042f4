package dev.parley.tokens;

import dev.parley.monitoring.AuditLog;
import dev.parley.persistence.Listing;
import dev.parley.persistence.Transaction;
import dev.parley.security.ApiTokenText;
import dev.parley.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rules of API tokens. Works in the given transaction's client; who may call is decided before. */
@ApplicationScoped
public class ApiTokens {

    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public ApiTokens(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    public Listing<ApiToken> list(boolean onlyActive) {
        var all = new Listing<>(ApiToken.ROWS);
        return onlyActive ? all.where("revoked_at is null").where("expires_at > ?", clock.instant()) : all;
    }

    public Optional<ApiToken> find(Transaction transaction, UUID id) {
        return new Listing<>(ApiToken.ROWS)
                .where("id = ?", id).all(transaction).stream().findFirst();
    }

    public ApiToken.Status status(ApiToken token) {
        return token.status(clock.instant());
    }

    /** @return what stands in the way; empty: it may be created */
    public List<ApiTokenProblem> problems(Caller maker, NewApiToken wanted) {
        return wanted.problems(maker);
    }

    /** Creates a token, to be called when there are no problems. Its text is in the result and nowhere else. */
    public CreatedApiToken create(Transaction transaction, Caller maker, NewApiToken wanted) throws SQLException {
        var id = UUID.randomUUID();
        var secret = ApiTokenText.generate(random);
        insertMember(transaction, id, wanted);
        insertToken(transaction, id, secret, maker, wanted);
        audit.record(transaction, "api_token.create", "api_token", id, List.of());
        return new CreatedApiToken(secret, find(transaction, id).orElseThrow());
    }

    /** Revokes a token; one that is revoked already stays as it is. Empty when the client has none with this id. */
    public Optional<ApiToken> revoke(Transaction transaction, UUID id) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("update api_tokens set revoked_at = ? where client_id = private.client_id()"
                        + " and id = ? and revoked_at is null")) {
            statement.setObject(1, now().atOffset(ZoneOffset.UTC));
            statement.setObject(2, id);
            if (statement.executeUpdate() > 0) {
                audit.record(transaction, "api_token.revoke", "api_token", id, List.of("revokedAt"));
            }
        }
        return find(transaction, id);
    }

    private static void insertMember(Transaction transaction, UUID id, NewApiToken wanted) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("insert into client_members (client_id, user_id, kind, role)"
                        + " values (private.client_id(), ?, 'token', ?)")) {
            statement.setObject(1, id);
            statement.setString(2, wanted.role().stored());
            statement.executeUpdate();
        }
    }

    private void insertToken(Transaction transaction, UUID id, String secret, Caller maker, NewApiToken wanted)
            throws SQLException {
        var now = now();
        try (var statement = transaction
                .connection()
                .prepareStatement("insert into api_tokens (client_id, id, name, start, secret_hash, created_by,"
                        + " created_by_email, created_at, expires_at)"
                        + " values (private.client_id(), ?, ?, ?, ?, private.user_id(), ?, ?, ?)")) {
            statement.setObject(1, id);
            statement.setString(2, wanted.name());
            statement.setString(3, ApiTokenText.start(secret));
            statement.setBytes(4, ApiTokenText.hash(secret));
            statement.setString(5, maker.identity().label());
            statement.setObject(6, now.atOffset(ZoneOffset.UTC));
            statement.setObject(7, now.plus(wanted.lifetime()).atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
