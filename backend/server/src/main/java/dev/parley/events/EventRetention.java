package dev.parley.events;

import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.retention.Forgetting;
import dev.parley.retention.KeptDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Forgets events that are old; a subscriber who comes too late is told of the gap. */
@ApplicationScoped
public class EventRetention implements Forgetting {

    private static final int USUAL_DAYS = 30;
    private static final int AT_ONCE = 5_000;

    /** A prefix of the feed, and where it begins then, in one statement. */
    private static final String FORGET =
            """
            with cut as (select max(o.id) as id from (select e.id, e.occurred_at from events e
                          where e.client_id = private.client_id() order by e.id limit ?) o where o.occurred_at < ?),
                 moved as (update private.event_positions p set floor_id = cut.id from cut
                            where p.client_id = private.client_id() and p.floor_id < cut.id returning 1)
            delete from events e using cut where e.client_id = private.client_id() and e.id <= cut.id""";

    private final Persistence persistence;
    private final Clock clock;
    private final Duration kept;

    @Inject
    public EventRetention(Persistence persistence, Clock clock) {
        this.persistence = persistence;
        this.clock = clock;
        this.kept = KeptDays.of("PARLEY_EVENTS_KEPT_DAYS", USUAL_DAYS);
    }

    @Override
    public String what() {
        return "events";
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public List<UUID> clientsWithOld() {
        return persistence.inClient(Context.system(DatabaseRole.FEED), Mode.READ, transaction -> {
            try (var statement = transaction
                    .connection()
                    .prepareStatement("select p.client_id from private.event_positions p cross join lateral"
                            + " (select e.occurred_at from events e where e.client_id = p.client_id order by e.id limit 1) o"
                            + " where o.occurred_at < ?")) {
                statement.setObject(1, before());
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
                statement.setInt(1, AT_ONCE);
                statement.setObject(2, before());
                return statement.executeUpdate();
            }
        });
    }

    private OffsetDateTime before() {
        return clock.instant().minus(kept).atOffset(ZoneOffset.UTC);
    }
}
