package dev.parley.graphql.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.testing.EventStreamClient;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.RawEventStream;
import dev.parley.testing.RawSocket;
import dev.parley.testing.Socket;
import dev.parley.testing.StatementsOfThreads;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many subscribers cost the database no more than one, and one that does not read costs the others nothing. */
class FanOutIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LONG_CONVERSATIONS =
            "subscription($after: ID) { conversationEvents(after: $after) { id conversation { transcript { message } } } }";
    private static final int SUBSCRIBERS = 100;
    private static final int EVENTS = 20;
    /** Begin, rights, question, commit. */
    private static final int STATEMENTS_PER_READ = 5;

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);

    @Test
    void aHundredSubscribersReadAsOne() throws SQLException {
        // Of a client that nobody else follows: in another role they would read each lead once more.
        try (var socket = client.socket()) {
            var lead = client.lead("new", 50);
            for (int i = 0; i < SUBSCRIBERS; i++) { // two questions, from the same place
                var query = "subscription($after: ID) { leadEvents(after: $after) { id lead { id %s } } }"
                        .formatted(i % 2 == 0 ? "email" : "status");
                socket.subscribe("s" + i, query, Map.of("after", "0"));
            }
            client.happened("lead", "updated", lead, 1);
            allHaveHeard(socket);
            try (var statements = new StatementsOfThreads()) {
                client.happened("lead", "updated", lead, EVENTS);
                var received = new HashMap<String, Integer>();
                for (int i = 0; i < SUBSCRIBERS * EVENTS; i++) {
                    var message = socket.next();
                    assertThat(message.path("type").asText()).isEqualTo("next");
                    assertThat(message.at("/payload/data/leadEvents/lead/id").asText())
                            .isEqualTo(lead);
                    received.merge(message.path("id").asText(), 1, Integer::sum);
                }
                assertThat(received).hasSize(SUBSCRIBERS).allSatisfy((id, count) -> assertThat(count)
                        .isEqualTo(EVENTS));
                assertThat(statements.on("parley-subscription"))
                        .as("an event's lead is read once for all")
                        .isBetween(EVENTS, EVENTS * STATEMENTS_PER_READ);
                assertThat(statements.on("parley-feed"))
                        .as("the feed is read once for all")
                        .isBetween(1, SUBSCRIBERS);
            }
        }
    }

    @Test
    void whateverTheirFiltersTheyReadAsOne() throws SQLException {
        try (var socket = client.socket()) {
            var cold = client.lead("new", 40);
            var hot = client.lead("new", 100);
            var query =
                    """
                    subscription($after: ID, $filter: LeadEventFilterInput) {
                      leadEvents(after: $after, filter: $filter) { id lead { id } } }""";
            for (int i = 0; i < SUBSCRIBERS; i++) { // a hundred filters, 41 of which let the cold lead through
                socket.subscribe("s" + i, query, Map.of("after", "0", "filter", Map.of("minScore", i)));
            }
            client.happened("lead", "updated", hot, 1);
            allHaveHeard(socket);
            try (var statements = new StatementsOfThreads()) {
                client.happened("lead", "updated", cold, EVENTS);
                client.happened("lead", "updated", hot, 1);
                var ofCold = new HashMap<String, Integer>();
                for (int i = 0; i < 41 * EVENTS + SUBSCRIBERS; i++) {
                    var message = socket.next();
                    assertThat(message.path("type").asText()).isEqualTo("next");
                    if (message.at("/payload/data/leadEvents/lead/id").asText().equals(cold)) {
                        ofCold.merge(message.path("id").asText(), 1, Integer::sum);
                    }
                }
                assertThat(socket.poll(Duration.ofMillis(200))).isNull();
                assertThat(ofCold).hasSize(41).allSatisfy((id, count) -> {
                    assertThat(Integer.parseInt(id.substring(1))).isLessThanOrEqualTo(40);
                    assertThat(count).isEqualTo(EVENTS);
                });
                assertThat(statements.on("parley-subscription"))
                        .as("an event's lead is read once for all filters")
                        .isBetween(EVENTS, (EVENTS + 1) * STATEMENTS_PER_READ);
            }
        }
    }

    @Test
    void whoDoesNotReadIsCutOffAndTheOthersGetAll() throws Exception {
        var conversation = aLongConversation();
        var sockets = CDI.current().select(SocketEndpoint.class).get();
        var owner = client.member("owner").id();
        var init = Socket.message("connection_init");
        init.putObject("payload").put("authorization", "Bearer " + client.token("owner"));
        var subscribe = Socket.message("subscribe").put("id", "1");
        subscribe
                .putObject("payload")
                .put("query", LONG_CONVERSATIONS)
                .putObject("variables")
                .put("after", client.head());
        int events = 400;
        try (var slow = new RawSocket(parley.graphqlSocket());
                var reader = client.socket()) {
            slow.send(init, subscribe);
            reader.subscribe("1", LONG_CONVERSATIONS, Map.of("after", client.head()));
            await().until(() -> sockets.count(owner) == 2);
            client.happened("conversation", "updated", conversation, events);

            for (int i = 0; i < events; i++) {
                assertThat(reader.nextData().path("conversationEvents").has("id"))
                        .isTrue();
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> sockets.count(owner) == 1);
            assertThat(reader.isClosed()).isFalse();
        }
    }

    @Test
    void whoDoesNotReadItsStreamIsCutOffAndTheOthersGetAll() throws Exception {
        var conversation = aLongConversation();
        var streams = CDI.current().select(EventStreamEndpoint.class).get();
        var owner = client.member("owner").id();
        var start = client.head();
        int events = 400;
        try (var slow = new RawEventStream(parley.url());
                var reader = EventStreamClient.open(stream(start))) {
            slow.send(client.token("owner"), asked(start));
            await().until(() -> streams.count(owner) == 2);
            client.happened("conversation", "updated", conversation, events);

            String last = start;
            for (int i = 0; i < events; i++) {
                last = id(reader.nextEvent().data());
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> streams.count(owner) == 1);
            client.happened("conversation", "updated", conversation, 1);
            assertThat(Long.parseLong(id(reader.nextEvent().data())))
                    .as("who reads goes on")
                    .isGreaterThan(Long.parseLong(last));

            var got = slow.readToTheEnd();
            assertThat(got).doesNotContain("event: complete");
            var whole = got.substring(0, got.lastIndexOf("\n\n")).split("\n\n");
            assertThat(whole.length).isBetween(2, events);
            var position = id(whole[whole.length - 1].replaceFirst("(?s).*data: ", ""));
            try (var resumed = EventStreamClient.open(stream(position))) {
                assertThat(id(resumed.nextEvent().data()))
                        .as("what it did not read is not lost")
                        .isEqualTo(parley.sql(
                                "select min(id) from events where client_id = ? and entity = 'conversation' and id > ?",
                                client.id(),
                                Long.parseLong(position)));
            }
        }
    }

    /** Whoever begins late reads the past for themselves; from here on all read as one. */
    private static void allHaveHeard(Socket socket) {
        for (int i = 0; i < SUBSCRIBERS; i++) {
            assertThat(socket.next().path("type").asText()).isEqualTo("next");
        }
    }

    private static String id(String data) throws IOException {
        return JSON.readTree(data).at("/data/conversationEvents/id").asText();
    }

    private HttpRequest stream(String after) {
        return client.api("owner")
                .request(parley.url().resolve("/graphql/stream"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asked(after)))
                .build();
    }

    private static String asked(String after) {
        return JSON.valueToTree(Map.of("query", LONG_CONVERSATIONS, "variables", Map.of("after", after)))
                .toString();
    }

    private String aLongConversation() {
        var call = client.call();
        for (int i = 0; i < 100; i++) {
            call.agent("All that there is to say about it. ".repeat(30));
        }
        client.tell(call);
        var query = "select id from conversations where elevenlabs_conversation_id = ?";
        await().until(() -> parley.sql(query, call.id()) != null);
        return parley.sql(query, call.id());
    }
}
