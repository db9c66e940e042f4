package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Api;
import dev.parley.testing.Call;
import dev.parley.testing.Installation;
import dev.parley.testing.ServerProcess;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operation that takes too long is ended, in the database, too. Somebody else's lock is what it waits for. */
class TimeLimitIT {

    private static final Duration LIMIT = Duration.ofSeconds(4);

    private static Installation installation;
    private static ServerProcess server;
    private static Api owner;

    @BeforeAll
    static void start() throws Exception {
        installation = Installation.create()
                .set("PARLEY_GRAPHQL_TIMEOUT", LIMIT.toString())
                .set("PARLEY_DATABASE_STATEMENT_TIMEOUT", "PT1M")
                .set("PARLEY_DATABASE_BACKEND_CONNECTIONS", "3");
        server = installation.start();
        owner = installation.api(server, installation.english(), "owner");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        installation.close();
    }

    @AfterEach
    void nothingIsBroken() {
        for (int i = 0; i < 6; i++) { // more than there are connections
            assertThat(owner.data("{ leads { totalCount } }").path("leads").has("totalCount"))
                    .isTrue();
        }
    }

    @Test
    void theWholeOperationIsLimitedNotEachStatement() throws Exception {
        try (var leads = locked("leads");
                var conversations = locked("conversations")) {
            var unlock = CompletableFuture.runAsync(
                    () -> rollback(leads), CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS));
            long begun = System.nanoTime();
            var answer = owner.ask("query Slow { leads { nodes { id } } conversations { nodes { id } } }");
            var took = Duration.ofNanos(System.nanoTime() - begun);

            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.code()).isEqualTo("TIMEOUT");
            assertThat(answer.body().has("data")).isFalse();
            assertThat(took).isBetween(LIMIT, LIMIT.plusSeconds(2));
            assertThat(working()).isZero();
            unlock.join();
        }
    }

    @Test
    void whatWasReadInTimeIsAnswered() throws Exception {
        try (var leads = locked("leads")) {
            var answer = owner.ask("{ me { id } lead(id: \"00000000-0000-0000-0000-000000000000\") { id } }");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.data().path("me").path("id").asText()).isNotEmpty();
            assertThat(answer.data().path("lead").isNull()).isTrue();
            assertThat(answer.code()).isEqualTo("TIMEOUT");
            assertThat(answer.body().path("errors").path(0).path("path").toString())
                    .isEqualTo("[\"lead\"]");
            assertThat(working()).isZero();
        }
    }

    @Test
    void aMutationThatTakesTooLongChangesNothing() throws Exception {
        var call = Call.to(installation.english().agent().id()).user("slow@example.com");
        assertThat(installation.post(server, installation.english(), call).status())
                .isEqualTo(200);
        var query = "{ leads { nodes { id version notes email } } }";
        await().until(() -> !owner.data(query).path("leads").path("nodes").isEmpty());
        var lead = owner.data(query).path("leads").path("nodes").path(0);
        try (var rows = installation.holding("select from leads for update")) {
            var answer = owner.ask(
                    "mutation($id: ID!, $v: Int!) { updateLead(id: $id, version: $v, input: {notes: \"late\"}) { problems { code } } }",
                    Map.of(
                            "id",
                            lead.path("id").asText(),
                            "v",
                            lead.path("version").asInt()));

            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.code()).isEqualTo("TIMEOUT");
            assertThat(working()).isZero();
            rows.rollback();
        }
        var after = owner.data(
                "query($id: ID!) { lead(id: $id) { id version notes email } }",
                Map.of("id", lead.path("id").asText()));
        assertThat(after.path("lead")).isEqualTo(lead);
    }

    @Test
    void onASocketTheOperationEndsAndTheSocketStays() throws Exception {
        try (var leads = locked("leads");
                var socket = installation.socket(server, installation.english(), "owner")) {
            socket.subscribe("1", "{ leads { nodes { id } } }", Map.of());
            var error = socket.next();
            assertThat(error.path("type").asText()).isEqualTo("error");
            assertThat(error.path("payload")
                            .path(0)
                            .path("extensions")
                            .path("code")
                            .asText())
                    .isEqualTo("TIMEOUT");
            assertThat(working()).isZero();
            socket.subscribe("2", "{ me { id } }", Map.of());
            assertThat(socket.nextData().has("me")).isTrue();
        }
    }

    @Test
    void aBodyThatTricklesIsNotWaitedFor() throws Exception {
        var id = "trickle-" + System.nanoTime();
        try (var connection = beginning(id)) {
            connection.setSoTimeout((int) LIMIT.plusSeconds(12).toMillis());
            var input = connection.getInputStream();
            var writer = CompletableFuture.runAsync(() -> trickle(connection));
            long begun = System.nanoTime();
            var answer = new String(input.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(LIMIT, LIMIT.plusSeconds(8));
            assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"TIMEOUT\"");
            writer.join();
        }
        logged(id);
    }

    @Test
    void aBodyThatNeverComesEndsTheConnection() throws Exception {
        var id = "silence-" + System.nanoTime();
        try (var connection = beginning(id)) {
            connection.setSoTimeout((int) LIMIT.plusSeconds(12).toMillis());
            assertThat(connection.getInputStream().read())
                    .as("end of the connection")
                    .isEqualTo(-1);
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
        logged(id);
    }

    /** A request whose headers promise a body of 1000 bytes. */
    private static java.net.Socket beginning(String requestId) throws IOException {
        var connection = new java.net.Socket("127.0.0.1", server.url().getPort());
        connection
                .getOutputStream()
                .write(
                        ("POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nX-Request-Id: "
                                        + requestId + "\r\nAuthorization: Bearer " + owner.token() + "\r\n\r\n{")
                                .getBytes(StandardCharsets.UTF_8));
        return connection;
    }

    private static void trickle(java.net.Socket connection) {
        try {
            while (!connection.isClosed()) {
                connection.getOutputStream().write(' ');
                TimeUnit.MILLISECONDS.sleep(200); // this is what makes it slow
            }
        } catch (IOException e) {
            // The server has had enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void logged(String requestId) {
        await().untilAsserted(() -> assertThat(installation.one("select string_agg(status_code || error_message, ' ')"
                        + " from api_logs where request_id = '" + requestId + "'"))
                .isEqualTo("408TIMEOUT"));
    }

    /** How many of the server's connections for requests are doing something. */
    private static int working() throws SQLException {
        return Integer.parseInt(
                installation.one("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and usename = '" + installation.database().backend().user() + "' and state <> 'idle'"));
    }

    private static Connection locked(String table) throws SQLException {
        return installation.holding("lock table " + table + " in access exclusive mode");
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
