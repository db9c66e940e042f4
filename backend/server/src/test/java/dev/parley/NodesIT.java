package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.sandbox.world.Client;
import dev.parley.testing.Api;
import dev.parley.testing.Call;
import dev.parley.testing.EventStreamClient;
import dev.parley.testing.Installation;
import dev.parley.testing.ServerProcess;
import dev.parley.testing.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several processes on one database. */
class NodesIT {

    /** As in a container whose own name nobody has told it how to look up. */
    private static final String NAMELESS = "-Djdk.net.hosts.file=/dev/null";

    private Installation installation;
    private Client client;

    @BeforeEach
    void install() throws Exception {
        installation = Installation.create().set("PARLEY_SYNC_INTERVAL", "PT4S");
        client = installation.english();
    }

    @AfterEach
    void remove() throws SQLException {
        installation.close();
    }

    @Test
    void twoNodesShareTheWorkAndTheEvents() throws Exception {
        try (var a = installation.start();
                var b = installation.start();
                var socket = installation.socket(b, client, "owner");
                var stream = streamOf(b)) {
            assertThat(stream.next().name()).as("let in").isEmpty();
            socket.subscribe("1", "subscription { leadEvents(after: \"0\") { lead { email } } }", Map.of());
            var call = Call.to(client.agent().id()).user("Mail me: across@example.com");
            assertThat(installation.post(a, client, call).status()).isEqualTo(200);

            assertThat(seen(socket, "across@example.com")).isTrue();

            // Each client's schedule fires on one node at a time, and never faster than its interval.
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> Integer.parseInt(
                                    installation.one(
                                            "select min(n) from (select count(*) n from sync_runs where status = 'succeeded' group by client_id) r"))
                            >= 3);
            assertThat(
                            installation.one(
                                    "select count(*) from sync_runs a join sync_runs b on a.client_id = b.client_id and a.id <> b.id"
                                            + " and b.started_at >= a.started_at and b.started_at < a.started_at + interval '2 s'"))
                    .isEqualTo("0");
            assertThat(installation.one("select count(*) from sync_runs where status in ('failed', 'interrupted')"))
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
        var call = Call.to(client.agent().id()).user("Mail me: roles@example.com");
        try (var api = installation.start(Map.of("PARLEY_ROLES", "api"))) {
            assertThat(installation.post(api, client, call).status()).isEqualTo(200);
            assertThat(apiOf(api).ask("{ me { id } }").status()).isEqualTo(200);
            try (var worker = installation.start(Map.of("PARLEY_ROLES", "worker", "JDK_JAVA_OPTIONS", NAMELESS))) {
                await().atMost(Duration.ofSeconds(30)).until(() -> installation
                        .one("select count(*) from leads where email = 'roles@example.com'")
                        .equals("1"));
                assertThat(apiOf(worker).ask("{ me { id } }").status()).isEqualTo(404);
                assertThat(installation.post(worker, client, call).status()).isEqualTo(404);
                await().atMost(Duration.ofSeconds(30)).until(() -> installation
                        .one("select count(distinct node) from sync_runs")
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
        return installation.api(server, client, "owner");
    }

    /** Of an entity that nothing happens to. */
    private EventStreamClient streamOf(ServerProcess server) {
        var query = "subscription%20%7B%20alertEvents%20%7B%20id%20%7D%20%7D";
        return EventStreamClient.open(apiOf(server)
                .request(server.url().resolve("/graphql/stream?query=" + query))
                .build());
    }
}
