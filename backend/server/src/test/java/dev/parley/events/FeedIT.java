package dev.parley.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Call;
import dev.parley.testing.OwnClient;
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
import org.junit.jupiter.api.Test;

/** The event feed as a subscriber meets it: in order, without gap, without repeat, whatever happens to either side. */
class FeedIT {

    private static final String LEADS =
            "subscription($after: ID) { leadEvents(after: $after) { id type occurredAt changedFields lead { id email } } }";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final OwnClient other = OwnClient.russian(parley);

    @Test
    void aLeadReachesItsSubscriber() {
        try (var socket = client.socket()) {
            subscribeFromNow(socket, client);
            var call = tell(client);

            var event = nextOf(socket, call);

            assertThat(event.path("type").asText()).isEqualTo("CREATED");
            assertThat(event.path("lead").path("id").asText()).isEqualTo(parley.leadOf(call.id()));
            assertThat(event.path("lead").path("email").asText()).isEqualTo(email(call));
            assertThat(event.path("changedFields")).isEmpty();
        }
    }

    @Test
    void aTransactionHeldOpenNeitherLosesNorRepeatsAnEvent() throws SQLException {
        var lead = aLead(client);
        try (var socket = client.socket();
                var others = other.socket();
                var slow = inJobsOf(client)) {
            var start = subscribeFromNow(socket, client);
            subscribeFromNow(others, other);

            // It draws its id first and commits last.
            slow.createStatement()
                    .execute("select private.append_event('lead', 'updated', '%s', '{notes}')".formatted(lead));
            var later = tell(client);
            var foreign = tell(other);

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
            try (var again = client.socket()) {
                again.subscribe("1", LEADS, Map.of("after", start));
                assertThat(again.nextData().path("leadEvents").path("id")).isEqualTo(first.path("id"));
                assertThat(nextOf(again, later).path("id")).isEqualTo(second.path("id"));
            }
        }
    }

    @Test
    void aSubscriberKilledAndResumedSeesEachEventOnce() throws Exception {
        var total = 120;
        var position = client.head();
        var seen = new ArrayList<String>();
        try (var posting = Executors.newFixedThreadPool(4)) {
            var calls = new ArrayList<Call>();
            for (int i = 0; i < total; i++) {
                var call = aCall(client);
                calls.add(call);
                posting.submit(() -> client.tell(call));
            }
            var expected = new HashSet<>(calls.stream().map(FeedIT::email).toList());
            while (expected.size() > new HashSet<>(seen).size()) {
                var socket = client.socket();
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
        var lead = aLead(client);
        var start = client.head();
        int past = 2_300; // more than a node keeps in memory, more than one page
        try (var jobs = inJobsOf(client)) {
            jobs.createStatement()
                    .execute(
                            "select private.append_event('lead', 'updated', '%s', '{notes}') from generate_series(1, %d)"
                                    .formatted(lead, past));
            jobs.commit();
        }
        try (var socket = client.socket()) {
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
        try (var socket = client.socket()) {
            for (var position : List.of("abc", "-1", "1.5", "")) {
                socket.subscribe("x" + position, LEADS, Map.of("after", position));
                var refusal = socket.next();
                assertThat(refusal.path("type").asText()).isEqualTo("error");
                assertThat(refusal.at("/payload/0/extensions/code").asText())
                        .as(position)
                        .isEqualTo("BAD_USER_INPUT");
            }
        }
    }

    @Test
    void conversationsHaveTheirOwnEvents() {
        try (var socket = client.socket()) {
            socket.subscribe(
                    "1",
                    "subscription($after: ID) { conversationEvents(after: $after) { id type conversation"
                            + " { elevenlabsConversationId turnCount transcript { message } lead { email } } } }",
                    Map.of("after", client.head()));
            var call = tell(client);

            var conversation = socket.nextData().path("conversationEvents").path("conversation");

            assertThat(conversation.path("elevenlabsConversationId").asText()).isEqualTo(call.id());
            assertThat(conversation.path("transcript").path(0).path("message").asText())
                    .contains(email(call));
            assertThat(conversation.path("lead").path("email").asText()).isEqualTo(email(call));
        }
    }

    /** Subscribes from where the client's feed stands. */
    private String subscribeFromNow(Socket socket, OwnClient client) {
        var position = client.head();
        socket.subscribe("1", LEADS, Map.of("after", position));
        return position;
    }

    private Call tell(OwnClient client) {
        var call = aCall(client);
        client.tell(call);
        return call;
    }

    private String aLead(OwnClient client) {
        var call = tell(client);
        await().until(() -> parley.leadOf(call.id()) != null);
        return parley.leadOf(call.id());
    }

    private static Call aCall(OwnClient client) {
        var call = client.call();
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

    private Connection inJobsOf(OwnClient client) throws SQLException {
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
