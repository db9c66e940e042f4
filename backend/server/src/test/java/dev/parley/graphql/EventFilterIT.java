package dev.parley.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.events.EventRetention;
import dev.parley.testing.EventStreamClient;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import jakarta.enterprise.inject.spi.CDI;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Subscribers get the events they asked for, and no others, whatever they come over. */
class EventFilterIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LEADS =
            """
            subscription($after: ID, $filter: LeadEventFilterInput) {
              leadEvents(after: $after, filter: $filter) { id type lead { id } } }""";
    private static final String CONVERSATIONS =
            """
            subscription($after: ID, $filter: ConversationEventFilterInput) {
              conversationEvents(after: $after, filter: $filter) { id type conversation { id } } }""";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);

    enum Transport {
        SOCKET,
        EVENT_STREAM
    }

    @ParameterizedTest
    @EnumSource
    void eachGetsTheLeadsItAskedFor(Transport transport) throws Exception {
        var filters = List.of(
                Map.<String, Object>of("minScore", 70),
                Map.<String, Object>of("status", List.of("NEW"), "type", List.of("CREATED")),
                Map.<String, Object>of("type", List.of("UPDATED"), "status", List.of("NEW", "LOST"), "minScore", 50));
        try (var hot = open(transport, LEADS, "0", filters.get(0));
                var fresh = open(transport, LEADS, "0", filters.get(1));
                var changed = open(transport, LEADS, "0", filters.get(2))) {
            var hotAndNew = lead("created", "new", 90);
            var hotAndLost = lead("updated", "lost", 70);
            var changedAndNew = lead("updated", "new", 69);
            var coldAndNew = lead("created", "new", 0);
            lead("updated", "new", 10); // nobody asked for this one
            var last = lead("created", "new", 100);
            client.happened("lead", "updated", last, 1);

            assertThat(hot.upTo(last)).containsExactly(hotAndNew, hotAndLost, last);
            assertThat(fresh.upTo(last)).containsExactly(hotAndNew, coldAndNew, last);
            assertThat(changed.upTo(last)).containsExactly(hotAndLost, changedAndNew, last);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachGetsTheConversationsItAskedFor(Transport transport) throws Exception {
        var ann = client.agent("Ann");
        var bob = client.agent("Bob");
        try (var english = open(transport, CONVERSATIONS, "0", Map.of("language", "en"));
                var bobs = open(transport, CONVERSATIONS, "0", Map.of("agentId", List.of(bob)));
                var finished =
                        open(transport, CONVERSATIONS, "0", Map.of("status", List.of("DONE"), "type", List.of()))) {
            var doneByAnn = conversation("done", "en", ann);
            var talkingToBob = conversation("in-progress", "ru", bob);
            conversation("in-progress", "ru", ann); // nobody asked for this one
            conversation("processing", "ru", null);
            var last = conversation("done", "en", bob);

            assertThat(english.upTo(last)).containsExactly(doneByAnn, last);
            assertThat(bobs.upTo(last)).containsExactly(talkingToBob, last);
            assertThat(finished.upTo(last)).containsExactly(doneByAnn, last);
        }
    }

    @Test
    void whatComesAfterAPositionIsTheSameWithAFilterAndOnlyLess() throws Exception {
        var cold = client.lead("new", 10);
        var hot = client.lead("new", 90);
        for (int i = 0; i < 4; i++) { // hot leads have even ids
            client.happened("lead", "updated", cold, 1);
            client.happened("lead", "updated", hot, 1);
        }
        var filter = Map.<String, Object>of("minScore", 50);
        for (var position = 0; position < 8; position++) {
            try (var resumed = open(Transport.SOCKET, LEADS, Integer.toString(position), filter)) {
                for (int id = position + 2 - position % 2; id <= 8; id += 2) {
                    assertThat(resumed.next().path("id").asInt()).isEqualTo(id);
                }
            }
        }
    }

    @Test
    void theLeadIsJudgedAsItIsNow() throws Exception {
        var lead = client.lead("new", 10);
        client.happened("lead", "created", lead, 1);
        parley.sql("update leads set lead_quality_score = 90 where id = ?::uuid returning id", lead);
        try (var hot = open(Transport.SOCKET, LEADS, "0", Map.of("minScore", 80))) {
            assertThat(hot.next().at("/lead/id").asText()).isEqualTo(lead);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGapIsForEverybody(Transport transport) throws Exception {
        client.happened("lead", "updated", client.lead("new", 10), 3);
        parley.sql(
                "with old as (update events set occurred_at = now() - interval '31 days' where client_id = ? and id <= 2"
                        + " returning id) select count(*) from old",
                client.id());
        CDI.current().select(EventRetention.class).get().forgetOld();
        try (var hot = open(transport, LEADS, "0", Map.of("type", List.of("CREATED"), "minScore", 80))) {
            var gap = hot.next();
            assertThat(gap.path("type").asText()).isEqualTo("GAP");
            assertThat(gap.path("id").asText()).isEqualTo("2");
            var last = lead("created", "new", 100);
            assertThat(hot.upTo(last)).containsExactly(last);
        }
    }

    static Stream<Arguments> whatNothingCanFulfil() {
        return Stream.of(
                Arguments.of(LEADS, Map.of("minScore", 101), "filter.minScore"),
                Arguments.of(LEADS, Map.of("minScore", -1), "filter.minScore"),
                Arguments.of(LEADS, Map.of("type", List.of("GAP")), "filter.type"),
                Arguments.of(LEADS, Map.of("status", List.of("SOLD")), "SOLD"),
                Arguments.of(LEADS, Map.of("score", 1), "score"),
                Arguments.of(CONVERSATIONS, Map.of("type", List.of("GAP", "GAP")), "filter.type"),
                Arguments.of(CONVERSATIONS, Map.of("agentId", List.of("Bob")), "filter.agentId"),
                Arguments.of(CONVERSATIONS, Map.of("agentId", Collections.nCopies(101, "x")), "100 at most"));
    }

    @ParameterizedTest
    @MethodSource("whatNothingCanFulfil")
    void isRefused(String query, Map<String, Object> filter, String named) {
        try (var socket = client.socket()) {
            socket.subscribe("1", query, Map.of("filter", filter));
            var payload = socket.next().path("payload"); // of "error", or with the errors in it
            var error = (payload.isArray() ? payload : payload.path("errors")).path(0);
            assertThat(error.path("message").asText()).contains(named);
            assertThat(error.at("/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        }
    }

    @Test
    void nullAndEmptyConditionsAskNothing() throws Exception {
        var filter = new HashMap<String, Object>();
        filter.put("type", null);
        filter.put("status", List.of());
        filter.put("minScore", null);
        try (var all = open(Transport.SOCKET, LEADS, "0", filter)) {
            var first = lead("updated", "lost", 0);
            var last = lead("created", "new", 100);
            assertThat(all.upTo(last)).containsExactly(first, last);
        }
    }

    private String lead(String type, String status, int score) throws SQLException {
        var lead = client.lead(status, score);
        client.happened("lead", type, lead, 1);
        return lead;
    }

    private String conversation(String status, String language, String agentId) throws SQLException {
        var conversation = client.conversation(status, language, agentId);
        client.happened("conversation", "created", conversation, 1);
        return conversation;
    }

    /** A subscription as its events' data. */
    private record Subscription(Supplier<JsonNode> read, Runnable end) implements AutoCloseable {

        JsonNode next() {
            return read.get().elements().next();
        }

        /** The entities of its events, in order, until that one. */
        List<String> upTo(String last) {
            var seen = new ArrayList<String>();
            do {
                seen.add(entity());
            } while (!seen.getLast().equals(last));
            return seen;
        }

        private String entity() {
            var event = next();
            return event.path(event.has("lead") ? "lead" : "conversation")
                    .path("id")
                    .asText();
        }

        @Override
        public void close() {
            end.run();
        }
    }

    private Subscription open(Transport transport, String query, String after, Map<String, Object> filter) {
        var variables = Map.of("after", after, "filter", filter);
        if (transport == Transport.SOCKET) {
            var socket = client.socket();
            socket.subscribe("1", query, variables);
            return new Subscription(socket::nextData, socket::close);
        }
        var request = client.api()
                .request(parley.url().resolve("/graphql/stream"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.valueToTree(Map.of("query", query, "variables", variables))
                                .toString()))
                .build();
        var stream = EventStreamClient.open(request);
        return new Subscription(() -> stream.nextEvent().json().path("data"), stream::close);
    }
}
