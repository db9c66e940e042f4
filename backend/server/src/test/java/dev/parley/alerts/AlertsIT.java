package dev.parley.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.events.EventLog;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.TestClock;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to an alert of a kind that a feature declares. */
class AlertsIT {

    private static final AlertKind KIND =
            new AlertKind("IMPORT_STUCK", AlertKind.Severity.INFO, "An import does not go on.", "Импорт остановился.");

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final Instant start = TestClock.shared().instant().truncatedTo(ChronoUnit.MICROS);

    /** The migration that comes with a kind. */
    @BeforeEach
    void addTheRow() {
        parley.execute("insert into private.alert_kinds (name) values ('import_stuck') on conflict do nothing");
    }

    @Test
    void reportedAgainItCountsAndTellsOnceAMinute() {
        for (int second = 0; second <= 130; second += 10) {
            in(second, alerts -> transaction -> alerts.open(transaction, KIND, "TIMEOUT"));
        }

        var alert = find();
        assertThat(alert.count()).isEqualTo(14);
        assertThat(alert.openedAt()).isEqualTo(start);
        assertThat(alert.lastSeenAt()).isEqualTo(start.plusSeconds(130));
        assertThat(events())
                .isEqualTo("created:{} updated:{count,lastSeenAt} updated:{count,lastSeenAt}"); // at 60 s and 120 s
    }

    @Test
    void closedItStaysAndTheNextOneIsNew() {
        in(0, alerts -> transaction -> alerts.open(transaction, KIND, "TIMEOUT"));
        in(1, alerts -> transaction -> alerts.close(transaction, KIND));
        in(2, alerts -> transaction -> alerts.close(transaction, KIND));
        in(3, alerts -> transaction -> alerts.open(transaction, KIND, "TIMEOUT"));

        assertThat(events()).isEqualTo("created:{} updated:{closedAt} created:{}");
        assertThat(find().count()).isEqualTo(1);
    }

    @Test
    void peopleReadItInTheirLanguage() {
        new AlertFixture().make(parley, client);

        var alert = client.api("viewer")
                .data("{ alerts { kind severity message { en ru } count openedAt lastSeenAt } }")
                .at("/alerts/0");

        assertThat(alert.path("kind").asText()).isEqualTo("SYNC_STALLED");
        assertThat(alert.path("severity").asText()).isEqualTo("WARNING");
        assertThat(alert.at("/message/en").asText()).isEqualTo("Sync had stopped firing; it was set up anew.");
        assertThat(alert.at("/message/ru").asText()).containsPattern("[а-я]");
        assertThat(alert.path("count").asInt()).isEqualTo(1);
        assertThat(alert.path("lastSeenAt")).isEqualTo(alert.path("openedAt"));
    }

    /** A database that another version has worked with. */
    @Test
    void aKindThatNobodyHereDeclaresIsLeftOut() {
        in(0, alerts -> transaction -> alerts.open(transaction, KIND, "TIMEOUT"));

        assertThat(client.api("viewer").data("{ alerts { kind } }").path("alerts"))
                .isEmpty();
    }

    @Test
    void everyKindHasItsRowAndItsTexts() {
        for (var kind : CDI.current().select(AlertKinds.class).get().all()) {
            assertThat(parley.sql("select name from private.alert_kinds where name = ?", kind.stored()))
                    .as("a migration adds '%s' to private.alert_kinds", kind.stored())
                    .isNotNull();
            assertThat(kind.english()).endsWith(".");
            assertThat(kind.russian()).endsWith(".").containsPattern("[а-я]");
        }
    }

    private interface Step {
        Writing with(Alerts alerts);
    }

    private interface Writing {
        void in(dev.parley.persistence.Transaction transaction) throws SQLException;
    }

    /** At so many seconds after the start. */
    private void in(int second, Step step) {
        CDI.current().select(Persistence.class).get().inClient(Context.jobs(client.id()), Mode.WRITE, transaction -> {
            step.with(alerts(second)).in(transaction);
            return null;
        });
    }

    private Alert find() {
        return CDI.current()
                .select(Persistence.class)
                .get()
                .inClient(Context.jobs(client.id()), Mode.READ, transaction -> alerts(0)
                        .list(transaction, true, 10))
                .getFirst();
    }

    private Alerts alerts(int second) {
        return new Alerts(
                new AlertKinds(List.of(KIND)),
                CDI.current().select(EventLog.class).get(),
                Clock.fixed(start.plus(Duration.ofSeconds(second)), ZoneOffset.UTC));
    }

    private String events() {
        return parley.sql(
                "select string_agg(type || ':' || changed_fields::text, ' ' order by id) from events"
                        + " where client_id = ? and entity = 'alert'",
                client.id());
    }
}
