package dev.parley.webhooks;

import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.retention.Forgetting;
import dev.parley.retention.KeptDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Forgets webhooks that were dealt with: their bodies hold transcripts and phone numbers. The whole row goes: it
 * stays for a day at least, the signature of a delivery counts for half an hour, and the same news signed anew changes nothing.
 */
@ApplicationScoped
public class WebhookRetention implements Forgetting {

    private static final int USUAL_DAYS = 30;

    /** Of a conversation whose webhook was given up it is the only trace: somebody has to find the fault first. */
    private static final Duration GIVEN_UP_AT_LEAST = Duration.ofDays(90);

    private static final int AT_ONCE = 500;

    private static final String FORGET =
            """
            delete from inbound_webhooks w where w.client_id = private.client_id() and w.id in (
                select o.id from inbound_webhooks o where o.client_id = private.client_id()
                   and (o.status in ('processed', 'ignored') and coalesce(o.processed_at, o.received_at) < ?
                        or o.status = 'given_up' and coalesce(o.processed_at, o.received_at) < ?)
                 limit ?)""";

    private final Persistence persistence;
    private final Clock clock;
    private final Duration kept;
    private final Duration givenUpKept;

    @Inject
    public WebhookRetention(Persistence persistence, Clock clock) {
        this.persistence = persistence;
        this.clock = clock;
        this.kept = KeptDays.of("PARLEY_WEBHOOKS_KEPT_DAYS", USUAL_DAYS);
        this.givenUpKept = kept.compareTo(GIVEN_UP_AT_LEAST) < 0 ? GIVEN_UP_AT_LEAST : kept;
    }

    @Override
    public String what() {
        return "webhooks";
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public List<UUID> clientsWithOld() {
        return persistence.inClient(Context.system(DatabaseRole.JOBS), Mode.READ, transaction -> {
            try (var statement = transaction
                    .connection()
                    .prepareStatement("select client_id from private.clients_with_old_webhooks(?, ?)")) {
                before(statement);
                var clients = new ArrayList<UUID>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        clients.add(rows.getObject(1, UUID.class));
                    }
                }
                return clients;
            }
        });
    }

    @Override
    public int forgetSome(UUID clientId) {
        return persistence.inClient(Context.jobs(clientId), Mode.WRITE, transaction -> {
            try (var statement = transaction.connection().prepareStatement(FORGET)) {
                before(statement);
                statement.setInt(3, AT_ONCE);
                return statement.executeUpdate();
            }
        });
    }

    private void before(PreparedStatement statement) throws SQLException {
        statement.setObject(1, ago(kept));
        statement.setObject(2, ago(givenUpKept));
    }

    private OffsetDateTime ago(Duration age) {
        return clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    }
}
