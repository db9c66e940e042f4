package dev.parley.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.Socket;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old events are forgotten; whoever would have needed them is told. */
class RetentionIT {

    private static final String LEADS =
            "subscription($after: ID) { leadEvents(after: $after) { id type lead { id } changedFields } }";

    private final Parley parley = Parley.shared();
    private final EventRetention retention =
            CDI.current().select(EventRetention.class).get();
    private final OwnClient client = new OwnClient(parley);
    private final String lead = client.lead("new", 0);

    @BeforeEach
    void tenEvents() throws SQLException {
        append(10);
    }

    @Test
    void whatIsMissingIsToldOnceAndWhatIsKeptFollows() {
        forget(6);
        for (var tooOld : new String[] {"0", "2", "5"}) {
            try (var socket = subscribe(tooOld)) {
                var gap = next(socket);
                assertThat(gap.path("type").asText()).isEqualTo("GAP");
                assertThat(gap.path("id").asText()).isEqualTo("6");
                assertThat(gap.path("lead").isNull()).isTrue();
                assertThat(gap.path("changedFields")).isEmpty();
                for (int id = 7; id <= 10; id++) {
                    isUpdate(next(socket), id);
                }
            }
        }
        try (var socket = subscribe("6")) {
            isUpdate(next(socket), 7);
        }
    }

    @Test
    void aFeedThatIsForgottenGoesOnWhereItStood() throws SQLException {
        forget(10);
        assertThat(parley.sql("select count(*) from events where client_id = ?", client.id()))
                .isEqualTo("0");
        try (var upToDate = subscribe("10");
                var late = subscribe("9")) {
            assertThat(next(late).path("type").asText()).isEqualTo("GAP");
            append(1);
            isUpdate(next(late), 11);
            isUpdate(next(upToDate), 11);
        }
    }

    @Test
    void aPlaceWhereTheFeedHasNeverBeenIsAnError() {
        try (var socket = subscribe("11")) {
            var message = socket.next();
            assertThat(message.at("/payload/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        }
    }

    @Test
    void whatIsYoungIsKept() {
        retention.forgetOld();
        assertThat(parley.sql("select count(*) from events where client_id = ?", client.id()))
                .isEqualTo("10");
    }

    @Test
    void aPageAndItsPositionAreOfOneMoment() throws Exception {
        var api = client.api();
        var writing = new AtomicBoolean(true);
        try (var jobs = parley.database().connect(parley.database().jobs());
                var executor = Executors.newSingleThreadExecutor()) {
            var writer = executor.submit(() -> {
                while (writing.get()) { // version 1 at event 10, one more with each
                    change(jobs);
                }
                return null;
            });
            for (int i = 0; i < 100; i++) { // the position is asked for last: then most may have happened
                var data = api.data(
                        "query($id: ID!) { lead(id: $id) { version } leads { totalCount } eventPosition }",
                        Map.of("id", lead));
                assertThat(data.path("eventPosition").asInt())
                        .isEqualTo(data.path("lead").path("version").asInt() + 9);
            }
            writing.set(false);
            writer.get(10, TimeUnit.SECONDS);
        }
        assertThat(api.data("{ eventPosition }").path("eventPosition").asInt()).isGreaterThan(10);
    }

    private void change(Connection jobs) throws SQLException {
        jobs.setAutoCommit(false);
        try (var statement = jobs.createStatement()) {
            statement.execute(
                    "select set_config('parley.client_id', '%s', true), set_config('role', 'parley_jobs', true)"
                            .formatted(client.id()));
            statement.execute("update leads set version = version + 1 where client_id = '%s'".formatted(client.id()));
            statement.execute("select private.append_event('lead', 'updated', '%s', '{notes}')".formatted(lead));
        }
        jobs.commit();
    }

    private void forget(int upTo) {
        parley.sql(
                "with old as (update events set occurred_at = now() - interval '31 days' where client_id = ? and id <= ?"
                        + " returning id) select count(*) from old",
                client.id(),
                upTo);
        assertThat(retention.forgetOld()).isEqualTo(upTo);
    }

    private Socket subscribe(String after) {
        var socket = client.socket();
        socket.subscribe("1", LEADS, Map.of("after", after));
        return socket;
    }

    private static JsonNode next(Socket socket) {
        return socket.nextData().path("leadEvents");
    }

    private void isUpdate(JsonNode event, int id) {
        assertThat(event.path("type").asText()).isEqualTo("UPDATED");
        assertThat(event.path("id").asInt()).isEqualTo(id);
        assertThat(event.path("lead").path("id").asText()).isEqualTo(lead);
    }

    private void append(int count) throws SQLException {
        client.happened("lead", "updated", lead, count);
    }
}
