package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.Call;
import dev.parley.testing.Installation;
import dev.parley.testing.ServerProcess;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The database goes away under a running server, and comes back. */
class OutageIT {

    @Test
    void everythingSaysSoAndEverythingComesBack() throws Exception {
        try (var installation = Installation.withoutPooler();
                var server = installation.start();
                var socket = installation.socket(server, installation.english(), "owner")) {
            var api = installation.api(server, installation.english(), "viewer");
            socket.subscribe("1", "subscription { leadEvents(after: \"0\") { id lead { email } } }", Map.of());
            assertThat(post(installation, server, "before@example.com")).isEqualTo(200);
            assertThat(socket.nextData().toString()).contains("before@example.com");
            // Lines are gathered for a moment: those that an outage meets on their way are lost.
            awaitLogged(installation, "1");

            installation.allowConnections(false);
            var answer = api.ask("{ leads { totalCount } }");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("UPSTREAM_UNAVAILABLE");
            assertThat(answer.body().toString()).doesNotContain("SQL", "Exception", "postgres");
            assertThat(post(installation, server, "during@example.com"))
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

            installation.allowConnections(true);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> api.ask("{ leads { totalCount } }").status() == 200);
            // Each log-in has connections of its own, and comes back by itself.
            await().atMost(Duration.ofSeconds(20)).until(() -> post(installation, server, "after@example.com") == 200);
            // The subscription that was there all along, or says that it has ended; then it resumes.
            assertThat(Stream.generate(() -> socket.next().toString())
                            .anyMatch(said ->
                                    said.contains("after@example.com") || said.contains("UPSTREAM_UNAVAILABLE")))
                    .isTrue();
            awaitLogged(installation, "2"); // the request log goes on
            assertThat(server.log()).doesNotContain("Exception in thread");
        }
    }

    private static void awaitLogged(Installation installation, String webhooks) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(installation.one(
                        "select count(*) from api_logs where service_name = 'webhook' and status_code = 200"))
                .as("webhooks in the request log")
                .isEqualTo(webhooks));
    }

    private static int post(Installation installation, ServerProcess server, String email) {
        var client = installation.english();
        var call = Call.to(client.agent().id()).user("Mail me: " + email);
        return installation.post(server, client, call).status();
    }
}
