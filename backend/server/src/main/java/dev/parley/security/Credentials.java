package dev.parley.security;

import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Secrets of clients. Sealed before they reach the database; a new one is a new version, older ones stay until retired. */
@ApplicationScoped
public class Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

    private final Envelope envelope;

    public Credentials() {
        this(MasterKeys.from(ConfigProvider.getConfig()));
    }

    Credentials(MasterKeys keys) {
        envelope = new Envelope(keys);
    }

    /**
     * The secrets in force of the transaction's client, newest first: more than one while a rotation is under way. One that
     * cannot be opened is left out when there are others.
     *
     * @throws RuntimeException when there are some, and none can be opened
     */
    public List<String> inForce(Transaction transaction, CredentialKind kind) throws SQLException {
        var secrets = new ArrayList<String>();
        var unopened = new LinkedHashMap<Integer, RuntimeException>();
        try (var statement = transaction
                .connection()
                .prepareStatement("select version, key_id, wrapped_key, sealed from api_credentials"
                        + " where client_id = private.client_id() and kind = ? and retired_at is null"
                        + " order by version desc")) {
            statement.setString(1, kind.stored());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    int version = rows.getInt(1);
                    var sealed = new SealedSecret(rows.getString(2), rows.getBytes(3), rows.getBytes(4));
                    try {
                        secrets.add(envelope.open(sealed, label(transaction, kind, version)));
                    } catch (RuntimeException e) {
                        unopened.put(version, e);
                    }
                }
            }
        }
        if (secrets.isEmpty() && !unopened.isEmpty()) {
            throw unopened.firstEntry().getValue();
        }
        unopened.forEach((version, e) -> LOG.warn(
                "Version {} of the {} of client {} is left out: {}",
                version,
                kind.stored(),
                transaction.context().clientId(),
                e.getMessage()));
        return List.copyOf(secrets);
    }

    /** Stores a secret as the next version. */
    public void add(Transaction transaction, CredentialKind kind, String secret) throws SQLException {
        int version = nextVersion(transaction, kind);
        var sealed = envelope.seal(secret, label(transaction, kind, version));
        try (var statement = transaction
                .connection()
                .prepareStatement("insert into api_credentials (client_id, kind, version, key_id, wrapped_key, sealed)"
                        + " values (private.client_id(), ?, ?, ?, ?, ?)")) {
            statement.setString(1, kind.stored());
            statement.setInt(2, version);
            statement.setString(3, sealed.keyId());
            statement.setBytes(4, sealed.wrappedKey());
            statement.setBytes(5, sealed.sealed());
            statement.executeUpdate();
        }
    }

    /**
     * Opens one secret in force for each master key that sealed any, of whichever client.
     *
     * @throws IllegalStateException when one cannot be opened; names the key by its id
     */
    void openOneOfEachKey(Transaction transaction) throws SQLException {
        try (var statement = transaction.connection().createStatement();
                var rows = statement.executeQuery("select client_id, kind, version, key_id, wrapped_key, sealed"
                        + " from private.sealed_by_each_key()")) {
            while (rows.next()) {
                var clientId = rows.getObject(1, UUID.class);
                var sealed = new SealedSecret(rows.getString(4), rows.getBytes(5), rows.getBytes(6));
                try {
                    envelope.open(sealed, label(clientId, rows.getString(2), rows.getInt(3)));
                } catch (IllegalStateException e) {
                    throw new IllegalStateException(
                            "The %s of client %s cannot be opened. %s"
                                    .formatted(rows.getString(2), clientId, e.getMessage()),
                            e);
                }
            }
        }
    }

    private static int nextVersion(Transaction transaction, CredentialKind kind) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("select coalesce(max(version), 0) + 1 from api_credentials"
                        + " where client_id = private.client_id() and kind = ?")) {
            statement.setString(1, kind.stored());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static String label(Transaction transaction, CredentialKind kind, int version) {
        return label(transaction.context().clientId(), kind.stored(), version);
    }

    private static String label(@Nullable UUID clientId, String kind, int version) {
        return "api_credentials|" + clientId + "|" + kind + "|" + version;
    }
}
