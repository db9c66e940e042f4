package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import dev.parley.testing.Api;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.Statements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is meant to hurt gets its answer soon, costs little, reads nothing, and leaves a line in the log. */
class HostileIT {

    /** Of the whole JVM, client included, on a busy machine. */
    private static final Duration MOST_CPU = Duration.ofSeconds(4);

    private static final Duration MOST_TIME = Duration.ofSeconds(8);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final Api viewer = client.api("viewer");

    @ParameterizedTest
    @EnumSource
    void documentsOverPost(Hostile hostile) {
        var body = JSON.valueToTree(Map.of("query", hostile.document(), "variables", hostile.variables()))
                .toString();

        refused(400, hostile.code(), BodyPublishers.ofString(body));
    }

    @ParameterizedTest
    @EnumSource(names = {"ALIASES", "FRAGMENT_CYCLE", "DIRECTIVES", "PAGE", "COST", "ROOT_FIELDS"})
    void documentsOverGet(Hostile hostile) {
        var answer = viewer.send(viewer.request(URI.create(
                        parley.graphql() + "?query=" + URLEncoder.encode(hostile.document(), StandardCharsets.UTF_8)))
                .header("Accept", "application/graphql-response+json")
                .GET());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(hostile.code());
    }

    @ParameterizedTest
    @EnumSource
    void documentsOverSockets(Hostile hostile) {
        try (var socket = client.socket()) {
            socket.subscribe("1", hostile.document(), hostile.variables());
            var error = socket.next();
            assertThat(error.path("type").asText()).isEqualTo("error");
            assertThat(error.path("payload")
                            .path(0)
                            .path("extensions")
                            .path("code")
                            .asText())
                    .isEqualTo(hostile.code());
            socket.subscribe("2", "{ me { id } }", Map.of());
            assertThat(socket.nextData().path("me").path("id").asText()).isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void bodies(String name, int status, String code, BodyPublisher body) {
        refused(status, code, body);
    }

    static Stream<Arguments> bodies() {
        var me = "{\"query\":\"{ me { id } }\"";
        return Stream.of(
                Arguments.of(
                        "10 MB document",
                        413,
                        "PAYLOAD_TOO_LARGE",
                        text("{\"query\":\"" + "{ me { id } } ".repeat(750_000) + "\"}")),
                Arguments.of(
                        "10 MB in chunks",
                        413,
                        "PAYLOAD_TOO_LARGE",
                        BodyPublishers.fromPublisher(text("x".repeat(10 << 20)))),
                Arguments.of(
                        "deep variables",
                        400,
                        "LIMIT_EXCEEDED",
                        text(me + ",\"variables\":{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}")),
                Arguments.of(
                        "deep objects",
                        400,
                        "LIMIT_EXCEEDED",
                        text(me + ",\"variables\":" + "{\"a\":".repeat(100) + "1" + "}".repeat(101))),
                Arguments.of(
                        "a number without end",
                        400,
                        "LIMIT_EXCEEDED",
                        text(me + ",\"variables\":{\"a\":" + "9".repeat(900_000) + "}}")),
                Arguments.of("brackets", 400, "LIMIT_EXCEEDED", text("[".repeat(1_000_000))),
                Arguments.of("a batch", 400, "BAD_USER_INPUT", text("[" + (me + "},").repeat(10_000) + me + "}]")),
                Arguments.of("invalid UTF-8", 400, "BAD_USER_INPUT", bytes(me + "\u00ff\u00fe\u00c3(\"}")),
                Arguments.of(
                        "invalid UTF-8 in the document",
                        400,
                        "BAD_USER_INPUT",
                        bytes("{\"query\":\"{ me { id } } #\u00c3(\"}")),
                Arguments.of("half a body", 400, "BAD_USER_INPUT", text(me)));
    }

    @Test
    void aBodyThatUnpacksToAGigabyte() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 1_000; i++) {
                gzip.write(zeros);
            }
        }
        try {
            var answer = viewer.send(post(
                            BodyPublishers.ofByteArray(packed.toByteArray()),
                            UUID.randomUUID().toString())
                    .header("Content-Encoding", "gzip"));
            assertThat(answer.status()).as("unpacked or not, it is not taken").isIn(400, 413);
        } catch (AssertionError e) {
            assertThat(e).as("closed while it was still being sent").hasCauseInstanceOf(IOException.class);
        }
        normalOnesAreAnswered();
    }

    @Test
    void manyVariablesThatNobodyAskedForDoNoHarm() {
        var variables = new StringBuilder("{\"a\":0");
        for (int i = 0; i < 60_000; i++) {
            variables.append(",\"k").append(i).append("\":[1]");
        }
        var answer = viewer.send(post(
                text("{\"query\":\"{ me { id } }\",\"variables\":" + variables + "}}"),
                UUID.randomUUID().toString()));

        assertThat(answer.status()).isEqualTo(200);
        normalOnesAreAnswered();
    }

    @Test
    void whatIsHostileOnASocketEndsTheSocket() {
        try (var socket = client.socket()) {
            socket.sendText("[".repeat(100_000));
            assertThat(socket.closeCode()).isEqualTo(4400);
        }
        try (var socket = client.socket()) {
            socket.sendText("x".repeat(2 << 20));
            // 1006: the connection ended under what was still being sent, and took the code with it.
            assertThat(socket.closeCode()).isIn(4400, 1006);
        } catch (CompletionException e) {
            assertThat(e).as("closed while it was still sending").hasCauseInstanceOf(IOException.class);
        }
        normalOnesAreAnswered();
    }

    private void refused(int status, String code, BodyPublisher body) {
        var requestId = UUID.randomUUID().toString();
        var cpu = cpu();
        long begun = System.nanoTime();
        try (var statements = Statements.listen()) {
            var answer = viewer.send(post(body, requestId));

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.code()).isEqualTo(code);
            assertThat(answer.body().has("data")).isFalse();
            assertThat(answer.body().path("errors").path(0).path("message").asText())
                    .hasSizeLessThan(1_000);
            assertThat(statements.texts(requestId))
                    .as("SQL beside the one that says who asks")
                    .allMatch(sql -> sql.equals("BEGIN")
                            || sql.equals("COMMIT")
                            || sql.contains("my_memberships")
                            || sql.contains("set_config"))
                    .filteredOn(sql -> sql.contains("set_config"))
                    .hasSizeLessThanOrEqualTo(1);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(MOST_TIME);
        assertThat(cpu().minus(cpu)).isLessThan(MOST_CPU);
        normalOnesAreAnswered();
        await().untilAsserted(() -> assertThat(parley.sql(
                        "select concat_ws(' ', client_id, status_code, error_message) from api_logs where request_id = ?",
                        requestId))
                .isEqualTo(client.id() + " " + status + " " + code));
    }

    private void normalOnesAreAnswered() {
        assertThat(viewer.data("{ leads(first: 1) { nodes { id } } }").has("leads"))
                .isTrue();
    }

    private HttpRequest.Builder post(BodyPublisher body, String requestId) {
        return viewer.request(parley.graphql())
                .header("Accept", "application/graphql-response+json")
                .header("Content-Type", "application/json")
                .header("X-Request-Id", requestId)
                .POST(body);
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text);
    }

    /** Each character is a byte. */
    private static BodyPublisher bytes(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Duration cpu() {
        return Duration.ofNanos(
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
    }
}
