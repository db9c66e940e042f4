package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.schema.TestDatabase;
import dev.parley.testing.Api;
import dev.parley.testing.Call;
import dev.parley.testing.EventStreamClient;
import dev.parley.testing.Parley;
import dev.parley.testing.ServerProcess;
import dev.parley.testing.Socket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several processes on one database. */
class NodesIT {

    private final Parley parley = Parley.shared();

    private TestDatabase database;
    private Map<String, String> settings;

    @BeforeEach
    void aDatabaseOfItsOwn() throws Exception {
        database = TestDatabase.create();
        settings = Parley.settings(database, parley.world(), parley.sandbox());
        settings.put("PARLEY_SYNC_INTERVAL", "PT10S");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    @Test
    void twoNodesShareTheWorkAndTheEvents() throws Exception {
        try (var a = ServerProcess.start(settings).awaitReady();
                var b = ServerProcess.start(settings).awaitReady();
                var socket = Socket.open(socketOf(b), parley.token(parley.member(parley.english(), "owner")), null);
                var stream = streamOf(b)) {
            assertThat(stream.next().name()).as("let in").isEmpty();
            socket.subscribe("1", "subscription { leadEvents(after: \"0\") { lead { email } } }", Map.of());
            var call = Call.to(parley.english().agent().id()).user("Mail me: across@example.com");
            assertThat(parley.post(a, parley.english(), call).status()).isEqualTo(200);

            assertThat(seen(socket, "across@example.com")).isTrue();

            // Each client's schedule fires on one node at a time, and never faster than its interval.
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> Integer.parseInt(
                                    one(
                                            "select min(n) from (select count(*) n from sync_runs where status = 'succeeded' group by client_id) r"))
                            >= 3);
            assertThat(
                            one(
                                    "select count(*) from sync_runs a join sync_runs b on a.client_id = b.client_id and a.id <> b.id"
                                            + " and b.started_at >= a.started_at and b.started_at < a.started_at + interval '5 s'"))
                    .isEqualTo("0");
            assertThat(one("select count(*) from sync_runs where status in ('failed', 'interrupted')"))
                    .isEqualTo("0");

            assertThat(b.terminate()).isIn(0, 143);
            assertThat(socket.closeCode()).as("told to come back and resume").isEqualTo(1012);
            assertThat(stream.nextEvent().name())
                    .as("cut off without a complete: comes back and resumes")
                    .isEqualTo("end");
        }
    }

    @Test
    void aNodeDoesOnlyWhatItsRolesSay() throws Exception {
        var apiOnly = new HashMap<>(settings);
        apiOnly.put("PARLEY_ROLES", "api");
        var workerOnly = new HashMap<>(settings);
        workerOnly.put("PARLEY_ROLES", "worker");
        var call = Call.to(parley.english().agent().id()).user("Mail me: roles@example.com");
        try (var api = ServerProcess.start(apiOnly).awaitReady()) {
            assertThat(parley.post(api, parley.english(), call).status()).isEqualTo(200);
            assertThat(apiOf(api).ask("{ me { id } }").status()).isEqualTo(200);
            try (var worker = ServerProcess.start(workerOnly).awaitReady()) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> one("select count(*) from leads where email = 'roles@example.com'")
                                .equals("1"));
                assertThat(apiOf(worker).ask("{ me { id } }").status()).isEqualTo(404);
                assertThat(parley.post(worker, parley.english(), call).status()).isEqualTo(404);
                await().atMost(Duration.ofSeconds(30)).until(() -> one("select count(distinct node) from sync_runs")
                        .equals("1"));
            }
        }
    }

    private static boolean seen(Socket socket, String email) {
        for (int i = 0; i < 200; i++) {
            if (socket.nextData().toString().contains(email)) {
                return true;
            }
        }
        return false;
    }

    private Api apiOf(ServerProcess server) {
        return new Api(server.url().resolve("/graphql"), parley.token(parley.member(parley.english(), "owner")), null);
    }

    /** Of an entity that nothing happens to. */
    private EventStreamClient streamOf(ServerProcess server) {
        var query = "subscription%20%7B%20alertEvents%20%7B%20id%20%7D%20%7D";
        return EventStreamClient.open(apiOf(server)
                .request(server.url().resolve("/graphql/stream?query=" + query))
                .build());
    }

    private static URI socketOf(ServerProcess server) {
        return URI.create("ws://127.0.0.1:" + server.url().getPort() + "/graphql");
    }

    private String one(String query) throws SQLException {
        try (var connection = database.connect();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
