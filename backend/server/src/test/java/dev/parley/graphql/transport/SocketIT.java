package dev.parley.graphql.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.RawHttp;
import dev.parley.testing.RawSocket;
import dev.parley.testing.Socket;
import dev.parley.testing.TestClock;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** graphql-transport-ws to the letter. */
class SocketIT {

    private static final Duration AFTER_THE_INIT_TIMEOUT = Duration.ofSeconds(11);

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final OwnClient other = OwnClient.russian(parley);

    @Test
    void queriesAndMutationsWorkToo() {
        try (var socket = client.socket()) {
            socket.subscribe("q", "{ me { client { id } } }", Map.of());
            assertThat(socket.nextData().path("me").path("client").path("id").asText())
                    .isEqualTo(client.id().toString());
            assertThat(socket.next().toString()).isEqualTo("{\"type\":\"complete\",\"id\":\"q\"}");
            socket.subscribe(
                    "m", "mutation { updateLead(id: \"x\", version: 1, input: {}) { problems { code } } }", Map.of());
            assertThat(socket.nextData()
                            .path("updateLead")
                            .path("problems")
                            .path(0)
                            .path("code")
                            .asText())
                    .isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void aDocumentThatIsNotValidIsAnError() {
        try (var socket = client.socket()) {
            socket.subscribe("1", "subscription { nothing }", Map.of());
            var error = socket.next();
            assertThat(error.path("type").asText()).isEqualTo("error");
            assertThat(error.path("payload")
                            .path(0)
                            .path("extensions")
                            .path("code")
                            .asText())
                    .isEqualTo("GRAPHQL_VALIDATION_FAILED");
        }
    }

    @Test
    void pingIsAnswered() {
        try (var socket = client.socket()) {
            socket.send(Socket.message("ping"));
            assertThat(socket.next().path("type").asText()).isEqualTo("pong");
        }
    }

    @Test
    void theRulesAreKept() {
        closes(4400, "not json");
        closes(4400, "{\"type\":\"dance\"}");
        closes(4401, "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{ me { id } }\"}}");
        closes(4401, "{\"type\":\"connection_init\"}");
        closes(4401, "{\"type\":\"connection_init\",\"payload\":{\"authorization\":\"Bearer x\"}}");
        try (var socket = client.socket()) {
            socket.sendText("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":[]}");
            assertThat(socket.closeCode()).isEqualTo(4400);
        }
        try (var socket = client.socket()) {
            socket.send(Socket.message("connection_init"));
            assertThat(socket.closeCode()).isEqualTo(4429);
        }
        try (var socket = client.socket()) {
            socket.subscribe("1", "subscription { leadEvents { id } }", Map.of());
            socket.subscribe("1", "subscription { leadEvents { id } }", Map.of());
            assertThat(socket.closeCode()).isEqualTo(4409);
        }
        try (var socket = Socket.open(parley.graphqlSocket())) {
            var init = Socket.message("connection_init");
            init.putObject("payload")
                    .put("authorization", "Bearer " + client.token("owner"))
                    .put("x-client-id", other.id().toString());
            socket.send(init);
            assertThat(socket.closeCode()).isEqualTo(4403);
        }
    }

    @Test
    void whoSaysNothingIsDismissed() {
        try (var socket = Socket.open(parley.graphqlSocket());
                var turned = TestClock.shared().turn(AFTER_THE_INIT_TIMEOUT)) {
            assertThat(socket.closeCode()).isEqualTo(4408);
        }
    }

    @ParameterizedTest
    @CsvSource({"graphql-ws, ', not graphql-ws'", "soap, ''"})
    void otherProtocolsAreRefusedByName(String protocol, String not) throws IOException {
        for (var token : List.of("", "Authorization: Bearer " + client.token("owner") + "\r\n")) {
            try (var http = new RawHttp(parley.url())) {
                var answer = http.write("GET /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n" + token
                                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: MDEyMzQ1Njc4OTAxMjM0NQ==\r\n"
                                + "Sec-WebSocket-Protocol: " + protocol + "\r\n\r\n")
                        .readToTheEnd();
                assertThat(answer)
                        .startsWith("HTTP/1.1 400 ")
                        .endsWith("\r\n\r\nOnly the sub-protocol graphql-transport-ws is spoken here" + not);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"query\":\"{ me { id } }\",\"variables\":[]}; BAD_USER_INPUT; \"variables\" must be an object, not an array",
                "{\"query\":7}; BAD_USER_INPUT; \"query\" must be a string, not a number",
                "{}; BAD_USER_INPUT; \"query\" is missing",
                "{\"extensions\":{\"persistedQuery\":{\"version\":1}}}; PERSISTED_QUERY_NOT_SUPPORTED; PersistedQueryNotSupported"
            })
    void anOperationThatCannotBeReadIsAnErrorOfItsOwn(String payload, String code, String message) {
        try (var socket = client.socket()) {
            socket.sendText("{\"type\":\"subscribe\",\"id\":\"bad\",\"payload\":" + payload + "}");
            var error = socket.next();
            assertThat(error.path("type").asText() + " " + error.path("id").asText())
                    .isEqualTo("error bad");
            assertThat(error.at("/payload/0/extensions/code").asText()).isEqualTo(code);
            assertThat(error.at("/payload/0/message").asText()).isEqualTo(message);
            var requestId = error.at("/payload/0/extensions/requestId").asText();
            await().untilAsserted(() -> assertThat(
                            parley.sql("select error_message from api_logs where request_id = ?", requestId))
                    .isEqualTo(code));

            socket.subscribe("bad", "{ me { id } }", Map.of()); // its id is free again
            assertThat(socket.nextData().at("/me/id").asText()).isNotEmpty();
        }
    }

    @Test
    void completeEndsASubscription() {
        try (var socket = client.socket()) {
            for (int i = 0; i < 3; i++) { // the id is free again each time
                socket.subscribe("1", "subscription { leadEvents { id } }", Map.of());
                socket.send(Socket.message("complete").put("id", "1"));
            }
            socket.send(Socket.message("ping"));
            assertThat(socket.next().path("type").asText()).isEqualTo("pong");
        }
    }

    @Test
    void whatIsSaidAfterTheServerHungUpIsNotDone() throws Exception {
        var call = client.call().user("late@example.com");
        client.tell(call);
        await().until(() -> parley.leadOf(call.id()) != null);
        var init = Socket.message("connection_init");
        init.putObject("payload").put("authorization", "Bearer " + client.token("owner"));
        var update = Socket.message("subscribe").put("id", "1");
        update.putObject("payload")
                .put(
                        "query",
                        "mutation { updateLead(id: \"%s\", version: 1, input: {notes: \"late\"}) { problems { code } } }"
                                .formatted(parley.leadOf(call.id())));
        try (var socket = new RawSocket(parley.graphqlSocket())) {
            socket.send(init, init, update, update);
            assertThat(socket.isEnded()).isTrue();
        }
        var edit = client.api("analyst")
                .data(
                        "mutation($id: ID!) { updateLead(id: $id, version: 1, input: {notes: \"mine\"}) { problems { code } } }",
                        Map.of("id", parley.leadOf(call.id())));
        assertThat(edit.path("updateLead").path("problems"))
                .as("the late one was not done")
                .isEmpty();
    }

    @Test
    void whoLeavesWithoutAWordIsNoticed() throws Exception {
        var sockets = CDI.current().select(SocketEndpoint.class).get();
        int before = sockets.count();
        for (int i = 0; i < 5; i++) {
            new RawSocket(parley.graphqlSocket()).close();
        }
        try (var turned = TestClock.shared().turn(AFTER_THE_INIT_TIMEOUT)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> sockets.count() <= before);
        }
    }

    @Test
    void aSocketHasALimitOfOperations() {
        try (var socket = client.socket()) {
            for (int i = 0; i <= RunningOperations.MOST; i++) {
                socket.subscribe("s" + i, "subscription { leadEvents { id } }", Map.of());
            }
            assertThat(socket.closeCode()).isEqualTo(4291);
        }
    }

    @Test
    void aRemovedMembersSocketEnds() {
        var admin = client.member("admin");
        try (var socket = Socket.open(parley.graphqlSocket(), parley.token(admin), null)) {
            socket.subscribe("1", "subscription { leadEvents { id } }", Map.of());
            parley.sql("delete from client_members where user_id = ? returning id", admin.id());
            assertThat(socket.closeCode()).isEqualTo(4403);
        }
    }

    private void closes(int code, String message) {
        try (var socket = Socket.open(parley.graphqlSocket())) {
            socket.sendText(message);
            assertThat(socket.closeCode()).as(message).isEqualTo(code);
        }
    }
}
