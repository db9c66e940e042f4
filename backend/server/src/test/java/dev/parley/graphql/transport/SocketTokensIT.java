package dev.parley.graphql.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.ApiTokenMaker;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.Socket;
import dev.parley.testing.TestClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a socket when its token ends, and how it gets a fresh one. */
class SocketTokensIT {

    private static final String EVENTS = "subscription { leadEvents { id } }";
    /** Whoever lost the right to a socket keeps it no longer than this. */
    private static final Duration PROMISED = Duration.ofSeconds(5);
    /** A token's life: less than the silence that ends a socket, so that the turned clock ends it for one reason only. */
    private static final Duration BRIEF = Duration.ofSeconds(50);

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final OwnClient other = OwnClient.russian(parley);

    @Test
    void aProgramSubscribes() {
        var made = ApiTokenMaker.make(client, "viewer");
        try (var socket = Socket.open(parley.graphqlSocket(), made.token(), null)) {
            socket.subscribe("1", "{ me { id kind } }", Map.of());
            assertThat(socket.nextData().path("me").path("id").asText())
                    .isEqualTo(made.id().toString());
        }
    }

    @Test
    void noOtherClientMayBeNamed() {
        var made = ApiTokenMaker.make(client, "viewer");
        try (var socket = Socket.open(parley.graphqlSocket())) {
            var init = Socket.message("connection_init");
            init.putObject("payload")
                    .put("authorization", "Bearer " + made.token())
                    .put("x-client-id", other.id().toString());
            socket.send(init);
            assertThat(socket.closeCode()).isEqualTo(4403);
        }
    }

    @Test
    void aRevokedTokensSocketEnds() {
        var made = ApiTokenMaker.make(client, "viewer");
        try (var socket = Socket.open(parley.graphqlSocket(), made.token(), null)) {
            socket.subscribe("1", EVENTS, Map.of());
            ApiTokenMaker.revoke(client.api("owner"), made.id());
            assertThat(socket.closeCode(PROMISED)).isEqualTo(4401);
        }
    }

    @Test
    void aTokenWithoutItsMembershipEnds() {
        var made = ApiTokenMaker.make(client, "viewer");
        try (var socket = Socket.open(parley.graphqlSocket(), made.token(), null)) {
            socket.subscribe("1", EVENTS, Map.of());
            parley.sql("delete from client_members where user_id = ? returning id", made.id());
            assertThat(socket.closeCode(PROMISED)).isEqualTo(4401);
        }
    }

    @ParameterizedTest
    @CsvSource({"admin, viewer", "viewer, analyst"})
    void whoseRoleChangesComesBackInTheNewOne(String before, String after) {
        var made = ApiTokenMaker.make(client, before);
        try (var socket = Socket.open(parley.graphqlSocket(), made.token(), null)) {
            socket.subscribe("1", EVENTS, Map.of());
            changeRole(made, after);
            assertThat(socket.closeCode(PROMISED)).isEqualTo(1012);
        }
        try (var again = Socket.open(parley.graphqlSocket(), made.token(), null)) {
            again.subscribe("1", "{ me { client { role } } }", Map.of());
            assertThat(again.nextData().at("/me/client/role").asText()).isEqualTo(after.toUpperCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @CsvSource({"update client_members set role = 'viewer', 1012", "delete from client_members, 4403"})
    void anEventThatComesBeforeTheLookEndsItToo(String change, int code) throws SQLException {
        try (var socket = client.socket()) {
            var lead = client.lead("new", 10);
            socket.subscribe("1", "subscription { leadEvents(after: \"0\") { id } }", Map.of());
            client.happened("lead", "created", lead, 1);
            assertThat(socket.nextData().path("leadEvents").path("id").asText()).isEqualTo("1");
            parley.sql(change + " where client_id = ? returning id", client.id());
            client.happened("lead", "updated", lead, 1);
            assertThat(socket.closeCode(PROMISED)).isEqualTo(code);
            assertThat(socket.poll(Duration.ZERO))
                    .as("neither the event nor an error")
                    .isNull();
        }
    }

    @Test
    void aFreshTokenInAnotherRoleDoesNotKeepTheOldOne() {
        var made = ApiTokenMaker.make(client, "admin");
        try (var socket = Socket.open(parley.graphqlSocket(), made.token(), null)) {
            socket.subscribe("1", EVENTS, Map.of());
            changeRole(made, "viewer");
            ping(socket, made.token());
            assertThat(socket.closeCode(PROMISED)).isEqualTo(1012);
        }
    }

    @Test
    void anExpiredTokensSocketEnds() {
        var made = ApiTokenMaker.make(client, "viewer");
        parley.sql(
                "update api_tokens set created_at = now() - interval '1 day', expires_at = now() + interval '50 seconds'"
                        + " where id = ? returning id",
                made.id());
        try (var socket = Socket.open(parley.graphqlSocket(), made.token(), null);
                var turned = TestClock.shared().turn(BRIEF.plusSeconds(1))) {
            socket.subscribe("1", EVENTS, Map.of());
            assertThat(socket.closeCode(PROMISED)).isEqualTo(4401);
        }
    }

    @Test
    void aPersonsSocketEndsWithTheirToken() {
        var owner = client.member("owner");
        var brief = parley.sandbox().tokens().of(owner, BRIEF);
        try (var socket = Socket.open(parley.graphqlSocket(), brief, null);
                var turned = TestClock.shared().turn(BRIEF.plusSeconds(1))) {
            socket.subscribe("1", EVENTS, Map.of());
            assertThat(socket.closeCode(PROMISED)).isEqualTo(4401);
        }
    }

    @Test
    void aFreshTokenKeepsTheSocketOpen() {
        var owner = client.member("owner");
        var expires = Instant.now().plus(BRIEF);
        var brief = parley.sandbox().tokens().of(owner, BRIEF);
        try (var socket = Socket.open(parley.graphqlSocket(), brief, null)) {
            socket.subscribe("1", EVENTS, Map.of());
            var pong = renew(socket, parley.token(owner));
            assertThat(Instant.parse(pong.path("expiresAt").asText())).isAfter(expires.plusSeconds(60));

            try (var turned = TestClock.shared().turn(BRIEF.plusSeconds(1))) {
                socket.awaitPing(); // each look at who may stay ends with one when the last is long ago
                assertThat(socket.isClosed()).isFalse();
            }
            socket.subscribe("2", "{ me { id } }", Map.of());
            assertThat(socket.nextData().path("me").path("id").asText())
                    .isEqualTo(owner.id().toString());
        }
    }

    @Test
    void aBadFreshTokenIsSaidSoAndChangesNothing() {
        try (var socket = client.socket()) {
            var pong = renew(socket, "nonsense");
            assertThat(pong.path("error").path("code").asText()).isEqualTo("UNAUTHENTICATED");
            assertThat(pong.has("expiresAt")).isFalse();
            socket.subscribe("1", "{ me { id } }", Map.of());
            assertThat(socket.nextData().path("me").has("id")).isTrue();
        }
    }

    @Test
    void somebodyElsesTokenEndsIt() {
        for (var other : new String[] {
            client.token("admin"),
            other.token("owner"),
            ApiTokenMaker.make(client, "owner").token()
        }) {
            try (var socket = client.socket()) {
                socket.subscribe("1", EVENTS, Map.of());
                ping(socket, other);
                assertThat(socket.closeCode()).isEqualTo(4403);
            }
        }
    }

    @Test
    void beforeTheInitAPingIsJustAPing() {
        try (var socket = Socket.open(parley.graphqlSocket())) {
            ping(socket, client.token("owner"));
            assertThat(socket.next().toString()).isEqualTo("{\"type\":\"pong\"}");
            socket.subscribe("1", "{ me { id } }", Map.of());
            assertThat(socket.closeCode()).isEqualTo(4401);
        }
    }

    private void changeRole(ApiTokenMaker.Made program, String role) {
        parley.sql("update client_members set role = ? where user_id = ? returning id", role, program.id());
    }

    private static com.fasterxml.jackson.databind.JsonNode renew(Socket socket, String token) {
        ping(socket, token);
        var pong = socket.next();
        assertThat(pong.path("type").asText()).isEqualTo("pong");
        return pong.path("payload");
    }

    private static void ping(Socket socket, String token) {
        var ping = Socket.message("ping");
        ping.putObject("payload").put("authorization", "Bearer " + token);
        socket.send(ping);
    }
}
