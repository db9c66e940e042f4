package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.schema.DatabaseUrl;
import dev.parley.schema.TestDatabase;
import dev.parley.testing.Api;
import dev.parley.testing.Call;
import dev.parley.testing.Parley;
import dev.parley.testing.ServerProcess;
import dev.parley.testing.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The database goes away under a running server, and comes back. */
class OutageIT {

    private final Parley parley = Parley.shared();

    @Test
    void everythingSaysSoAndEverythingComesBack() throws Exception {
        try (var database = TestDatabase.create();
                var server = ServerProcess.start(Parley.settings(database, parley.world(), parley.sandbox()))
                        .awaitReady();
                var socket =
                        Socket.open(socketOf(server), parley.token(parley.member(parley.english(), "owner")), null)) {
            var api = new Api(
                    server.url().resolve("/graphql"), parley.token(parley.member(parley.english(), "viewer")), null);
            socket.subscribe("1", "subscription { leadEvents(after: \"0\") { id lead { email } } }", Map.of());
            assertThat(post(server, "before@example.com")).isEqualTo(200);
            assertThat(socket.nextData().toString()).contains("before@example.com");
            // Lines are gathered for a moment: those that an outage meets on their way are lost.
            awaitLogged(database, "1");

            connections(database, false);
            var answer = api.ask("{ leads { totalCount } }");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("UPSTREAM_UNAVAILABLE");
            assertThat(answer.body().toString()).doesNotContain("SQL", "Exception", "postgres");
            assertThat(post(server, "during@example.com"))
                    .as("ElevenLabs shall repeat it")
                    .isEqualTo(503);
            var health = api.send(HttpRequest.newBuilder(server.url().resolve("/health/ready"))
                    .GET());
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.response().body()).doesNotContain("Exception");
            assertThat(api.send(HttpRequest.newBuilder(server.url().resolve("/health/live"))
                                    .GET())
                            .status())
                    .isEqualTo(200);

            connections(database, true);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> api.ask("{ leads { totalCount } }").status() == 200);
            assertThat(post(server, "after@example.com")).isEqualTo(200);
            // The subscription that was there all along, or says that it has ended; then it resumes.
            // Between them may come what other tests left at the sandbox, and this server's sync has found.
            assertThat(Stream.generate(() -> socket.next().toString())
                            .anyMatch(said ->
                                    said.contains("after@example.com") || said.contains("UPSTREAM_UNAVAILABLE")))
                    .isTrue();
            awaitLogged(database, "2"); // the request log goes on
            assertThat(server.log()).doesNotContain("Exception in thread");
        }
    }

    private static void awaitLogged(TestDatabase database, String webhooks) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(one(
                        database, "select count(*) from api_logs where service_name = 'webhook' and status_code = 200"))
                .as("webhooks in the request log")
                .isEqualTo(webhooks));
    }

    /** As a restart does: everybody is thrown out, nobody gets in. */
    private static void connections(TestDatabase database, boolean allowed) throws SQLException {
        var cluster = DatabaseUrl.parse(System.getenv("PARLEY_TEST_DATABASE_URL"));
        try (var connection = DriverManager.getConnection(cluster.jdbc(), cluster.user(), cluster.password());
                var statement = connection.createStatement()) {
            statement.execute("alter database " + database.name() + " allow_connections " + allowed);
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database.name() + "'");
        }
    }

    private static URI socketOf(ServerProcess server) {
        return URI.create("ws://127.0.0.1:" + server.url().getPort() + "/graphql");
    }

    private int post(ServerProcess server, String email) {
        var client = parley.english();
        return parley.post(server, client, Call.to(client.agent().id()).user("Mail me: " + email))
                .status();
    }

    private static String one(TestDatabase database, String query) throws SQLException {
        try (var connection = database.connect();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
