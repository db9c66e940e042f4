package dev.parley.sync;

import dev.parley.conversations.Conversations;
import dev.parley.jobs.Schedule;
import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** Whom to sync, how often, and what keeps a client from being synced. */
@ApplicationScoped
public class SyncTargets {

    /** Why nothing can be synced. */
    @Name("SyncObstacle")
    @Description("Why a client's conversations cannot be synced.")
    public enum Obstacle {
        @Description("The client lists no agent.")
        NO_AGENT,
        @Description("The client has no ElevenLabs API key.")
        NO_API_KEY
    }

    private final Conversations conversations;
    private final Persistence persistence;
    private final SyncSettings settings;

    @Inject
    public SyncTargets(Conversations conversations, Persistence persistence, SyncSettings settings) {
        this.conversations = conversations;
        this.persistence = persistence;
        this.settings = settings;
    }

    /** Every client and the time between two of its runs. */
    Map<UUID, Schedule> all() {
        return persistence.inClient(Context.system(DatabaseRole.JOBS), Mode.READ, transaction -> {
            var found = new LinkedHashMap<UUID, Schedule>();
            try (var statement = transaction.connection().createStatement();
                    var rows = statement.executeQuery(
                            "select client_id, interval_seconds from private.clients_to_sync()")) {
                while (rows.next()) {
                    found.put(
                            rows.getObject(1, UUID.class), Schedule.every(interval(rows.getObject(2, Integer.class))));
                }
            }
            return found;
        });
    }

    Optional<Obstacle> obstacle(UUID clientId) {
        return persistence.inClient(Context.jobs(clientId), Mode.READ, this::obstacle);
    }

    /** In the transaction's client. */
    public Optional<Obstacle> obstacle(Transaction transaction) throws SQLException {
        if (conversations.agentIds(transaction).isEmpty()) {
            return Optional.of(Obstacle.NO_AGENT);
        }
        return hasKey(transaction) ? Optional.empty() : Optional.of(Obstacle.NO_API_KEY);
    }

    /** The time between two runs of the transaction's client. */
    public Duration interval(Transaction transaction) throws SQLException {
        try (var statement = transaction.connection().createStatement();
                var row = statement.executeQuery(
                        "select sync_interval_seconds from clients where id = private.client_id()")) {
            return interval(row.next() ? row.getObject(1, Integer.class) : null);
        }
    }

    private Duration interval(@Nullable Integer seconds) {
        return seconds == null ? settings.interval() : Duration.ofSeconds(seconds);
    }

    private static boolean hasKey(Transaction transaction) throws SQLException {
        try (var statement = transaction.connection().createStatement();
                var row = statement.executeQuery("select private.has_credential('elevenlabs_api_key')")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
