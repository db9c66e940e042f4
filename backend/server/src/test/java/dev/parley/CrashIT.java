package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.sandbox.world.Client;
import dev.parley.testing.Call;
import dev.parley.testing.Installation;
import dev.parley.testing.ServerProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** kill -9 at the worst moment, and what the log of a server's life gives away (nothing). */
class CrashIT {

    private Installation installation;
    private Client client;
    private Call call;

    @BeforeEach
    void install() throws Exception {
        installation = Installation.create();
        client = installation.english();
        call = Call.to(client.agent().id())
                .user("I am Confidential Person, private.person@example.com, +1 415 555 2671.")
                .collected("name", "Confidential Person");
    }

    @AfterEach
    void remove() throws SQLException {
        installation.close();
    }

    @Test
    void aServerKilledRightAfterItsAnswerHasTheLeadAfterTheRestartOnce() throws Exception {
        try (var first = installation.start();
                var hold = holdFeed()) {
            // While somebody holds the client's feed the work cannot be finished: the kill hits between answer and
            // commit.
            assertThat(installation.post(first, client, call).status()).isEqualTo(200);
            first.kill();
            hold.rollback();
            assertThat(installation.one("select status from inbound_webhooks")).isEqualTo("pending");
            assertThat(installation.one("select count(*) from leads")).isEqualTo("0");
        }
        try (var second = installation.start()) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !installation.one("select count(*) from leads").equals("0"));
            assertThat(installation.post(second, client, call).status())
                    .isEqualTo(200); // ElevenLabs repeats what it thinks went wrong
            await().until(() -> installation
                    .one("select count(*) from inbound_webhooks where status = 'pending'")
                    .equals("0"));

            // The scheduled sync fails meanwhile, and tells of it.
            assertThat(installation.one("select string_agg(entity || ' ' || type, ', ' order by id) from events"
                            + " where entity in ('conversation', 'lead')"))
                    .isEqualTo("conversation created, lead created");
            assertThat(installation.one("select count(*) || ' ' || min(email) from leads"))
                    .isEqualTo("1 private.person@example.com");
            assertThat(second.terminate()).isIn(0, 143);
            assertThat(second.log()).contains("Server ready at ");
            assertNothingGivenAway(second.log());
        }
    }

    @Test
    void aServerThatIsStoppedEndsTheWebhookInWorkFirst() throws Exception {
        try (var server = installation.start();
                var hold = holdFeed()) {
            assertThat(installation.post(server, client, call).status()).isEqualTo(200);
            await("its transaction waits for the feed").until(() -> !installation
                    .one("select count(*) from pg_locks where locktype = 'advisory' and not granted and database ="
                            + " (select oid from pg_database where datname = current_database())")
                    .equals("0"));
            var stopped = CompletableFuture.supplyAsync(() -> stop(server));
            await("the server listens no more").until(() -> refusesConnections(server));
            hold.rollback();

            assertThat(stopped.get(60, TimeUnit.SECONDS)).isIn(0, 143);
            assertThat(installation.one("select string_agg(status, ' ') from inbound_webhooks"))
                    .isEqualTo("processed");
            assertThat(server.log()).doesNotContain("could not be worked on", "still in work");
        }
    }

    /** While somebody holds the client's feed, nothing that writes events can be finished. */
    private Connection holdFeed() throws SQLException {
        return installation.holding(
                "select pg_advisory_xact_lock(hashtextextended('parley.events.%s', 0))".formatted(client.id()));
    }

    private static int stop(ServerProcess server) {
        try {
            return server.terminate();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private static boolean refusesConnections(ServerProcess server) throws IOException {
        try (var socket = new Socket(server.url().getHost(), server.url().getPort())) {
            return !socket.isConnected();
        } catch (ConnectException e) {
            return true;
        }
    }

    private void assertNothingGivenAway(String log) {
        var settings = installation.settings();
        assertThat(log)
                .doesNotContain("Confidential", "private.person", "4155552671", "415 555")
                .doesNotContain(client.webhookSecret(), client.elevenlabsApiKey(), settings.get("PARLEY_MASTER_KEY"))
                .doesNotContain(settings.get("SUPABASE_SERVICE_ROLE_KEY"), "only-for-tests", "eyJ");
    }
}
