package dev.parley.graphql.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.EventStreamClient;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A stream that a role may not follow is refused by itself, and its other streams go on. */
class StreamRightsIT {

    private static final String ADMINS = "subscription { libraryEvents { id } }";
    private static final String EVERYBODYS = "subscription { openLibraryEvents { id } }";
    private static final String LEADS = "subscription { leadEvents(after: 0) { lead { email } } }";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);

    @Test
    void overAWebSocket() {
        try (var socket = Socket.open(parley.graphqlSocket(), client.token("viewer"), null)) {
            socket.subscribe("leads", LEADS, Map.of());
            socket.subscribe("admins", ADMINS, Map.of());
            isForbidden(socket.next(), "admins", "libraryEvents");
            // Not null, so the event cannot be shown without it.
            socket.subscribe("price", "subscription { openLibraryEvents { strictPrice } }", Map.of());
            isForbidden(socket.next(), "price", "strictPrice");

            client.tell(client.call().user("Mail goes.on@example.com"));
            assertThat(socket.nextData().at("/leadEvents/lead/email").asText()).isEqualTo("goes.on@example.com");
            socket.subscribe("everybodys", EVERYBODYS, Map.of());
            assertThat(socket.nextData().at("/openLibraryEvents/id").asText()).isEqualTo("book-1");
        }
        try (var socket = Socket.open(parley.graphqlSocket(), client.token("admin"), null)) {
            socket.subscribe("admins", ADMINS, Map.of());
            assertThat(socket.nextData().at("/libraryEvents/id").asText()).isEqualTo("book-1");
        }
    }

    @Test
    void overServerSentEvents() {
        try (var leads = EventStreamClient.open(post("viewer", LEADS));
                var admins = EventStreamClient.open(post("viewer", ADMINS))) {
            assertThat(leads.next().data()).as("let in").startsWith(":");
            assertThat(admins.nextEvent().json().at("/errors/0/extensions/code").asText())
                    .isEqualTo("FORBIDDEN");
            assertThat(admins.nextEvent().name()).isEqualTo("complete");

            client.tell(client.call().user("Mail goes.on@example.com"));
            assertThat(leads.nextEvent()
                            .json()
                            .at("/data/leadEvents/lead/email")
                            .asText())
                    .isEqualTo("goes.on@example.com");
        }
        try (var admins = EventStreamClient.open(post("admin", ADMINS))) {
            assertThat(admins.nextEvent().json().at("/data/libraryEvents/id").asText())
                    .isEqualTo("book-1");
        }
    }

    /** A field inside may be for some only, and have arguments of its own. */
    @Test
    void subscribersShareNoAnswersThatDiffer() {
        var query = "subscription ($page: Int) { openLibraryEvents { price similar(first: $page) { id } } }";
        try (var viewer = Socket.open(parley.graphqlSocket(), client.token("viewer"), null);
                var admin = Socket.open(parley.graphqlSocket(), client.token("admin"), null)) {
            admin.subscribe("1", query, Map.of("page", 1));
            assertThat(admin.nextData().at("/openLibraryEvents/price").asText()).isEqualTo("price of 1");
            viewer.subscribe("1", query, Map.of("page", 1));
            var seen = viewer.next().path("payload");
            assertThat(seen.at("/data/openLibraryEvents/price").isNull()).isTrue();
            assertThat(seen.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
            admin.subscribe("2", query, Map.of("page", 2));
            assertThat(admin.next().path("type").asText()).isEqualTo("complete");
            assertThat(admin.nextData().at("/openLibraryEvents/similar")).hasSize(2);
        }
    }

    private static void isForbidden(JsonNode message, String id, String field) {
        assertThat(message.path("type").asText()).as(message.toString()).isEqualTo("error");
        assertThat(message.path("id").asText()).isEqualTo(id);
        assertThat(message.at("/payload/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
        assertThat(message.at("/payload/0/path").toString()).endsWith("\"" + field + "\"]");
    }

    private HttpRequest post(String role, String query) {
        var api = client.api(role);
        return api.request(URI.create(api.endpoint() + "/stream"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + query + "\"}"))
                .build();
    }
}
