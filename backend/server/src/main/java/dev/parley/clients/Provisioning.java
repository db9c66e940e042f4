package dev.parley.clients;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.Settings;
import dev.parley.StartException;
import dev.parley.monitoring.AuditLog;
import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.SqlFailure;
import dev.parley.persistence.Transaction;
import dev.parley.phones.PhoneRegions;
import dev.parley.security.CredentialKind;
import dev.parley.security.Credentials;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings in the clients an operator has listed in PARLEY_CLIENTS_FILE, and on an empty installation the first one, from
 * PARLEY_OWNER_EMAIL. Those that exist already are left as they are.
 */
@ApplicationScoped
class Provisioning {

    private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);
    private static final String FILE = "PARLEY_CLIENTS_FILE";
    private static final int BEFORE_THE_SERVER_LISTENS = 400;

    private final Persistence persistence;
    private final Credentials credentials;
    private final AuditLog audit;

    @Inject
    Provisioning(Persistence persistence, Credentials credentials, AuditLog audit) {
        this.persistence = persistence;
        this.credentials = credentials;
        this.audit = audit;
    }

    void start(@Observes @Priority(BEFORE_THE_SERVER_LISTENS) @Initialized(ApplicationScoped.class) Object started) {
        Settings.text(ConfigProvider.getConfig(), FILE).map(Path::of).ifPresent(file -> read(file)
                .forEach(client -> create(client, FILE)));
        FirstClient.from(ConfigProvider.getConfig())
                .filter(first -> !hasClients())
                .ifPresent(first -> create(first.spec(), "PARLEY_OWNER_EMAIL"));
    }

    /** @param setting where the client comes from */
    void create(ClientSpec client, String setting) {
        try {
            create(client);
        } catch (RuntimeException e) {
            if (SqlFailure.behind(e).filter(SqlFailure.UNAVAILABLE::equals).isPresent()) {
                throw e;
            }
            throw new StartException(
                    "The client " + client.id() + " of " + setting
                            + " cannot be created: its name, language (such as en), an"
                            + " agent or a member (with a role) is missing or not possible",
                    e);
        }
    }

    private boolean hasClients() {
        return persistence.inClient(Context.system(DatabaseRole.JOBS), Mode.READ, transaction -> {
            try (var statement = transaction.connection().createStatement();
                    var row = statement.executeQuery("select private.has_clients()")) {
                row.next();
                return row.getBoolean(1);
            }
        });
    }

    private static List<ClientSpec> read(Path file) {
        try {
            var clients = new ObjectMapper()
                    .readValue(file.toFile(), ClientSpec.File.class)
                    .clients();
            if (clients != null && clients.stream().allMatch(client -> client != null && client.id() != null)) {
                return clients;
            }
        } catch (IOException e) {
            // Without the cause: it quotes the file, which holds secrets.
            throw new StartException(FILE + " cannot be read as a list of clients: " + file);
        }
        throw new StartException(FILE + " takes {\"clients\": [...]}, each client with an id: " + file);
    }

    void create(ClientSpec client) {
        // One transaction: a client is there with all that belongs to it, or not at all.
        boolean created =
                persistence.inClient(new Context(DatabaseRole.JOBS, client.id(), null, ""), Mode.WRITE, transaction -> {
                    if (!insertClient(transaction, client)) {
                        return false;
                    }
                    for (var agent : client.agents()) {
                        insert(
                                transaction,
                                "insert into agents (client_id, elevenlabs_agent_id, name, language)"
                                        + " values (private.client_id(), ?, ?, ?)",
                                agent.id(),
                                agent.name(),
                                agent.language());
                    }
                    for (var member : client.members()) {
                        insert(
                                transaction,
                                "insert into client_members (client_id, user_id, email, role)"
                                        + " values (private.client_id(), ?::uuid, ?, ?)",
                                member.userId().toString(),
                                member.email(),
                                member.role());
                    }
                    addSecret(transaction, CredentialKind.ELEVENLABS_API_KEY, client.elevenlabsApiKey());
                    addSecret(transaction, CredentialKind.ELEVENLABS_WEBHOOK_SECRET, client.webhookSecret());
                    addSecret(transaction, CredentialKind.OPENAI_API_KEY, client.openaiApiKey());
                    audit.record(transaction, "client.create", "client", client.id(), List.of());
                    return true;
                });
        if (created) {
            LOG.info("Client {} created", client.id());
        }
    }

    private void addSecret(Transaction transaction, CredentialKind kind, String secret) throws SQLException {
        if (secret != null && !secret.isBlank()) {
            credentials.add(transaction, kind, secret);
        }
    }

    private static boolean insertClient(Transaction transaction, ClientSpec client) throws SQLException {
        try (var statement =
                transaction.connection().prepareStatement("select private.create_client(?, ?, coalesce(?, 'ru'), ?)")) {
            statement.setObject(1, client.id(), java.sql.Types.OTHER);
            statement.setString(2, client.name());
            statement.setString(3, client.defaultLanguage());
            statement.setString(4, region(client));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** @throws IllegalStateException when there is no such region */
    private static @Nullable String region(ClientSpec client) {
        var given = client.phoneRegion();
        return given == null
                ? null
                : PhoneRegions.code(given)
                        .orElseThrow(() -> new IllegalStateException("\"phoneRegion\" of client " + client.id()
                                + " has to be a region like US, GB or RU (ISO 3166-1)"));
    }

    private static void insert(Transaction transaction, String sql, String... values) throws SQLException {
        try (var statement = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
