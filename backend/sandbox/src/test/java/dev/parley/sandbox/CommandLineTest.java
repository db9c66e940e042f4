package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.World;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    private Path home;

    @Test
    void initWritesWhatTheServerReadsAndChangesNothingTheSecondTime() throws IOException {
        run("init", "--home", home.toString());
        var clients = Files.readString(home.resolve("clients.json"));
        var environment = Files.readString(home.resolve("sandbox.env"));
        run("init", "--home", home.toString());

        assertThat(home.resolve("clients.json")).hasContent(clients);
        assertThat(home.resolve("sandbox.env")).hasContent(environment);
        assertThat(environment)
                .matches("SUPABASE_ANON_KEY=sb_publishable_\\S+\nSUPABASE_SERVICE_ROLE_KEY=sb_secret_\\S+\n");
        var first = Json.MAPPER.readTree(clients).path("clients").path(0);
        assertThat(first.path("name").asText()).isEqualTo("Северный дом");
        assertThat(first.path("defaultLanguage").asText()).isEqualTo("ru");
        assertThat(first.path("agents").path(0).path("language").asText()).isEqualTo("ru");
        assertThat(first.path("members").findValuesAsText("role")).containsExactly("owner", "viewer", "admin");
        assertThat(first.path("elevenlabsApiKey").asText()).startsWith("sk_");
        assertThat(first.path("webhookSecret").asText()).startsWith("wsec_");
        assertThat(List.of("world.json", "clients.json", "sandbox.env"))
                .allSatisfy(file -> assertThat(mode(home.resolve(file))).isEqualTo("rw-------"));
    }

    @Test
    void describeListsOneRowPerMembership() throws IOException {
        var file = home.resolve("demo.json");

        run(
                "describe",
                "--home",
                home.toString(),
                "--graphql-url",
                "http://g",
                "--graphql-ws-url",
                "ws://g",
                "--panel-url",
                "http://p",
                "--sandbox-url",
                "http://s/",
                "--database-url",
                "postgresql://d",
                "--out",
                file.toString());

        var demo = Json.MAPPER.readTree(file.toFile());
        assertThat(demo.fieldNames())
                .toIterable()
                .containsExactly(
                        "graphqlUrl",
                        "graphqlWsUrl",
                        "panelUrl",
                        "sandboxUrl",
                        "authUrl",
                        "anonKey",
                        "databaseUrl",
                        "users",
                        "clients");
        assertThat(demo.path("authUrl").asText()).isEqualTo("http://s/auth/v1");
        assertThat(demo.path("users")).hasSize(6);
        assertThat(demo.path("users").findValuesAsText("email"))
                .filteredOn("both@parley.example"::equals)
                .hasSize(2);
        assertThat(demo.path("users").path(0).fieldNames())
                .toIterable()
                .containsExactly("email", "password", "client", "role");
        assertThat(demo.path("clients").path(1).path("agentIds").path(0).asText())
                .startsWith("agent_");
        assertThat(mode(file)).isEqualTo("rw-------");
    }

    @Test
    void servesUntilToldToStopAndTellsOfThePastAndThePresent() throws Exception {
        int port = freePort();
        try (var receiver = new TestingReceiver()) {
            receiver.answerNext(503); // the first is sent again, before the second
            var sandbox = start(
                    "serve",
                    "--home",
                    home.toString(),
                    "--port",
                    Integer.toString(port),
                    "--webhooks",
                    receiver.url().toString(),
                    "--history",
                    "6",
                    "--conversation-every",
                    "100ms");
            try {
                await().atMost(20, TimeUnit.SECONDS)
                        .until(() -> receiver.received().size() >= 10);
                assertThat(new TestingHttp(URI.create("http://127.0.0.1:" + port))
                                .get("/auth/v1/.well-known/jwks.json")
                                .status())
                        .isEqualTo(200);
            } finally {
                sandbox.destroy();
            }
            assertThat(sandbox.waitFor(10, TimeUnit.SECONDS)).isTrue();

            var paths = new HashSet<String>();
            var ids = new ArrayList<String>();
            for (var webhook : receiver.received()) {
                paths.add(webhook.path());
                ids.add(data(webhook).path("conversation_id").asText());
            }
            assertThat(paths).hasSize(2);
            assertThat(ids.get(1)).isEqualTo(ids.get(0));
            assertThat(ids.subList(1, ids.size())).doesNotHaveDuplicates();
            assertThat(startTimes(receiver).subList(0, 7)).isSorted();
        }
    }

    @Test
    void aPastMayBeKeptQuiet() throws Exception {
        int port = freePort();
        try (var receiver = new TestingReceiver()) {
            var sandbox = start(
                    "serve",
                    "--home",
                    home.toString(),
                    "--port",
                    Integer.toString(port),
                    "--webhooks",
                    receiver.url().toString(),
                    "--history",
                    "6",
                    "--history-webhooks",
                    "false",
                    "--conversation-every",
                    "100ms");
            try {
                await().atMost(20, TimeUnit.SECONDS)
                        .until(() -> receiver.received().size() >= 2);
                var client = World.in(home, Clock.systemUTC()).clientSpeaking("en");
                var listed = new TestingHttp(URI.create("http://127.0.0.1:" + port))
                        .get("/v1/convai/conversations?sort_direction=asc", "xi-api-key", client.elevenlabsApiKey())
                        .json()
                        .findValuesAsText("conversation_id");
                assertThat(listed.subList(0, 3))
                        .doesNotContainAnyElementsOf(receiver.received().stream()
                                .map(webhook -> Json.readObject(webhook.body())
                                        .path("data")
                                        .path("conversation_id")
                                        .asText())
                                .toList());
            } finally {
                sandbox.destroy();
            }
            assertThat(sandbox.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static List<Long> startTimes(TestingReceiver receiver) throws IOException {
        var times = new ArrayList<Long>();
        for (var webhook : receiver.received()) {
            times.add(
                    data(webhook).path("metadata").path("start_time_unix_secs").asLong());
        }
        return times;
    }

    private static JsonNode data(TestingReceiver.Received webhook) throws IOException {
        return Json.MAPPER.readTree(webhook.body()).path("data");
    }

    private static void run(String... arguments) {
        Main.main(arguments);
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("serve.log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
