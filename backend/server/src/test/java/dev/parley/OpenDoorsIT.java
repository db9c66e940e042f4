package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Installation;
import dev.parley.testing.Parley;
import dev.parley.testing.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Which ports and paths answer; nothing else does. */
class OpenDoorsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Parley parley = Parley.shared();

    @Test
    void theStockEndpointIsOutOfReach() throws Exception {
        for (var path : List.of(
                "/graphql/schema.graphql",
                "/graphql/",
                "/graphql/graphql",
                "//graphql/schema.graphql",
                "/graphql/%73chema.graphql",
                "/graphql;x/schema.graphql",
                "/GraphQL/schema.graphql",
                "/graphql-ui",
                "/graphiql")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 401, 404);
            assertThat(answer.body()).as(path).doesNotContain("type Query");
        }
    }

    @Test
    void whatAnswersWithoutATokenIsKnown() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        for (var path : List.of(
                "/",
                "/metrics",
                "/metrics/base",
                "/openapi",
                "/webhooks",
                "/webhooks/elevenlabs",
                "/admin",
                "/observe/config",
                "/observe/log",
                "/observe/info",
                "/config",
                "/log",
                "/static",
                "/index.html",
                "/jwt",
                "/.env",
                "/META-INF/beans.xml")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(get("/webhooks/elevenlabs/" + UUID.randomUUID()).statusCode())
                .isIn(404, 405);
        assertThat(get("/graphql?query=%7Bme%7Bid%7D%7D").statusCode()).isEqualTo(401);
    }

    @Test
    void answersNeverSayWhatServesThem() throws Exception {
        for (var path : List.of("/", "/health/ready", "/graphql", "/nothing")) {
            assertThat(get(path).headers().map().toString().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("helidon", "jersey");
        }
    }

    @Test
    void figuresAreForWhoeverHasTheirToken() throws Exception {
        try (var installation = Installation.withoutPooler();
                var server = installation.start(Map.of("PARLEY_METRICS_TOKEN", "a-token-of-the-test"))) {
            for (var path : List.of("/metrics", "/metrics/base", "/metrics?scope=base")) {
                assertThat(metrics(server, path, "").statusCode()).as(path).isEqualTo(401);
                assertThat(metrics(server, path, "Bearer x").statusCode())
                        .as(path)
                        .isEqualTo(401);
            }
            var answer = metrics(server, "/metrics", "Bearer a-token-of-the-test");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("memory_usedHeap");
        }
    }

    private static HttpResponse<String> metrics(ServerProcess server, String path, String authorization)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void oneProcessListensOnOnePortOfLoopback() throws Exception {
        try (var installation = Installation.withoutPooler();
                var server = installation.start()) {
            assertThat(listening(server.pid()))
                    .containsExactly("127.0.0.1:" + server.url().getPort());
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(parley.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sockets in state LISTEN that the process holds, from /proc. */
    private static Set<String> listening(long pid) throws IOException {
        var inodes = new TreeSet<String>();
        try (var handles = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (var handle : handles.toList()) {
                try {
                    inodes.add(Files.readSymbolicLink(handle).toString().replaceAll("[^0-9]", ""));
                } catch (NoSuchFileException e) {
                    continue; // closed since: nothing that listens
                }
            }
        }
        var found = new TreeSet<String>();
        for (var table : List.of("tcp", "tcp6")) {
            Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table)).stream()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(cells -> cells[3].equals("0A") && inodes.contains(cells[9]))
                    .forEach(cells -> found.add(address(cells[1])));
        }
        return found;
    }

    private static String address(String hex) {
        var parts = hex.split(":");
        var host = parts[0].endsWith("0100007F") ? "127.0.0.1" : parts[0];
        return host + ":" + Integer.parseInt(parts[1], 16);
    }
}
