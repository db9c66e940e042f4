package dev.parley.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.sandbox.world.Client;
import dev.parley.testing.Call;
import dev.parley.testing.Parley;
import dev.parley.testing.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The event feed as a subscriber meets it: in order, without gap, without repeat, whatever happens to either side. */
class FeedIT {

    private static final String LEADS =
            "subscription($after: ID) { leadEvents(after: $after) { id type occurredAt changedFields lead { id email } } }";

    private final Parley parley = Parley.shared();

    /** What comes next is what this test did. */
    @BeforeEach
    void nothingElseIsUnderWay() {
        parley.awaitProcessed();
    }

    @Test
    void aLeadReachesItsSubscriber() {
        try (var socket = parley.socket(parley.english())) {
            subscribeFromNow(socket, parley.english());
            var call = tell(parley.english());

            var event = nextOf(socket, call);

            assertThat(event.path("type").asText()).isEqualTo("CREATED");
            assertThat(event.path("lead").path("id").asText()).isEqualTo(parley.leadOf(call.id()));
            assertThat(event.path("lead").path("email").asText()).isEqualTo(email(call));
            assertThat(event.path("changedFields")).isEmpty();
        }
    }

    @Test
    void aTransactionHeldOpenNeitherLosesNorRepeatsAnEvent() throws SQLException {
        var lead = aLead(parley.english());
        try (var socket = parley.socket(parley.english());
                var others = parley.socket(parley.russian());
                var slow = inJobsOf(parley.english())) {
            var start = subscribeFromNow(socket, parley.english());
            subscribeFromNow(others, parley.russian());

            // It draws its id first and commits last.
            slow.createStatement()
                    .execute("select private.append_event('lead', 'updated', '%s', '{notes}')".formatted(lead));
            var later = tell(parley.english());
            var foreign = tell(parley.russian());

            nextOf(others, foreign); // another client does not wait for it
            assertThat(socket.poll(Duration.ofMillis(1_500)))
                    .as("nothing overtakes the open transaction")
                    .isNull();
            slow.commit();
            var first = socket.nextData().path("leadEvents");
            var second = nextOf(socket, later);

            assertThat(first.path("lead").path("id").asText()).isEqualTo(lead);
            assertThat(first.path("id").asLong()).isLessThan(second.path("id").asLong());
            // Whoever comes later and asks from the same place is told the same.
            try (var again = parley.socket(parley.english())) {
                again.subscribe("1", LEADS, Map.of("after", start));
                assertThat(again.nextData().path("leadEvents").path("id")).isEqualTo(first.path("id"));
                assertThat(nextOf(again, later).path("id")).isEqualTo(second.path("id"));
            }
        }
    }

    @Test
    void aSubscriberKilledAndResumedSeesEachEventOnce() throws Exception {
        var client = parley.english();
        var total = 120;
        var position = head(client);
        var seen = new ArrayList<String>();
        try (var posting = Executors.newFixedThreadPool(4)) {
            var calls = new ArrayList<Call>();
            for (int i = 0; i < total; i++) {
                var call = aCall(client);
                calls.add(call);
                posting.submit(() -> parley.tell(client, call));
            }
            var expected = new HashSet<>(calls.stream().map(FeedIT::email).toList());
            while (expected.size() > new HashSet<>(seen).size()) {
                var socket = parley.socket(client);
                socket.subscribe("1", LEADS, Map.of("after", position));
                for (int i = 0; i < 17 && new HashSet<>(seen).size() < expected.size(); i++) {
                    var event = socket.nextData().path("leadEvents");
                    position = event.path("id").asText();
                    seen.add(event.path("lead").path("email").asText());
                }
                socket.abort(); // gone, as a killed process is
            }
            assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void aLongPastIsReplayedInOrderAndThenGoesOnLive() throws SQLException {
        var client = parley.russian();
        var lead = aLead(client);
        var start = head(client);
        int past = 2_300; // more than a node keeps in memory, more than one page
        try (var jobs = inJobsOf(client)) {
            jobs.createStatement()
                    .execute(
                            "select private.append_event('lead', 'updated', '%s', '{notes}') from generate_series(1, %d)"
                                    .formatted(lead, past));
            jobs.commit();
        }
        try (var socket = parley.socket(client)) {
            socket.subscribe("1", LEADS, Map.of("after", start));
            long last = Long.parseLong(start);
            for (int i = 0; i < past; i++) {
                long id = socket.nextData().path("leadEvents").path("id").asLong();
                assertThat(id).isGreaterThan(last);
                last = id;
            }
            var live = tell(client);
            assertThat(nextOf(socket, live).path("id").asLong()).isGreaterThan(last);
        }
    }

    @Test
    void aPositionThatIsNoneIsAnError() {
        try (var socket = parley.socket(parley.english())) {
            for (var position : List.of("abc", "-1", "1.5", "")) {
                socket.subscribe("x" + position, LEADS, Map.of("after", position));
                assertThat(socket.next()
                                .path("payload")
                                .path("errors")
                                .path(0)
                                .path("extensions")
                                .path("code")
                                .asText())
                        .as(position)
                        .isEqualTo("BAD_USER_INPUT");
                assertThat(socket.next().path("type").asText()).isEqualTo("complete");
            }
        }
    }

    @Test
    void conversationsHaveTheirOwnEvents() {
        try (var socket = parley.socket(parley.english())) {
            socket.subscribe(
                    "1",
                    "subscription($after: ID) { conversationEvents(after: $after) { id type conversation"
                            + " { elevenlabsConversationId turnCount transcript { message } lead { email } } } }",
                    Map.of("after", head(parley.english())));
            var call = tell(parley.english());

            var conversation = socket.nextData().path("conversationEvents").path("conversation");

            assertThat(conversation.path("elevenlabsConversationId").asText()).isEqualTo(call.id());
            assertThat(conversation.path("transcript").path(0).path("message").asText())
                    .contains(email(call));
            assertThat(conversation.path("lead").path("email").asText()).isEqualTo(email(call));
        }
    }

    /** Subscribes from where the client's feed stands. */
    private String subscribeFromNow(Socket socket, Client client) {
        var position = head(client);
        socket.subscribe("1", LEADS, Map.of("after", position));
        return position;
    }

    private String head(Client client) {
        return parley.sql("select coalesce(max(id), 0) from events where client_id = ?", client.id());
    }

    private Call tell(Client client) {
        var call = aCall(client);
        parley.tell(client, call);
        return call;
    }

    private String aLead(Client client) {
        var call = tell(client);
        await().until(() -> parley.leadOf(call.id()) != null);
        return parley.leadOf(call.id());
    }

    private static Call aCall(Client client) {
        var call = Call.to(client.agent().id());
        return call.user("My address is " + email(call) + ".");
    }

    private static String email(Call call) {
        return call.id().replace('_', '.') + "@example.com";
    }

    private static com.fasterxml.jackson.databind.JsonNode nextOf(Socket socket, Call call) {
        var event = socket.nextData().path("leadEvents");
        assertThat(event.path("lead").path("email").asText()).isEqualTo(email(call));
        return event;
    }

    private Connection inJobsOf(Client client) throws SQLException {
        var connection = parley.database().connect(parley.database().jobs());
        connection.setAutoCommit(false);
        try (var context = connection.prepareStatement(
                "select set_config('parley.client_id', ?, true), set_config('role', 'parley_jobs', true)")) {
            context.setString(1, client.id().toString());
            context.execute();
        }
        return connection;
    }
}
