package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.ErrorCode;
import dev.parley.testing.Api;
import dev.parley.testing.EventStreamClient;
import dev.parley.testing.Installation;
import dev.parley.testing.ServerProcess;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong, clients are told a code, a sentence and the request's id, and nothing of the inside. */
class ErrorsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is not there, and who was late, stands in payloads; the codes stay promised. */
    private static final Set<ErrorCode> NOT_PROVOKED = EnumSet.of(ErrorCode.NOT_FOUND, ErrorCode.CONFLICT);

    /** What only somebody who looks inside can know. */
    private static final List<Pattern> INSIDE = Stream.of(
                    "(?i)exception|stack ?trace|caused by",
                    "\\b(dev|io|org|com|java|javax|jakarta|graphql)\\.[a-z]+\\.",
                    "\\bat [\\w$.]+\\(",
                    "\\.java\\b|\\$\\$|\\bnull\\b[^,}\\]]",
                    "(?i)\\b(select|insert into|update \\w+ set|delete from)\\b|\\bsql|jdbc|postgres|hikari|eclipselink",
                    "(?i)relation \"|column \"|parley_request|app_backend|client_id",
                    "(?:^|[\\s\"'(])/(home|var|usr|tmp|opt|etc|root)/")
            .map(Pattern::compile)
            .toList();

    private static Installation installation;
    private static ServerProcess server;

    /** Makes it go wrong, with the given id as the request's. */
    private interface Provocation {
        Api.Answer provoke(String requestId) throws Exception;
    }

    private record Wrong(String what, ErrorCode code, int status, Provocation provocation) {
        @Override
        public String toString() {
            return code + " " + what;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        installation = Installation.create()
                .set("PARLEY_GRAPHQL_TIMEOUT", "PT2S")
                .set("PARLEY_GRAPHQL_BUDGET", "1000")
                .set("PARLEY_GRAPHQL_MAX_COST", "1000")
                .set("PARLEY_DATABASE_STATEMENT_TIMEOUT", "PT1M");
        server = installation.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        installation.close();
    }

    static Stream<Wrong> everything() {
        return Stream.of(
                new Wrong("a document that ends too soon", ErrorCode.GRAPHQL_PARSE_FAILED, 400, asked("{")),
                new Wrong("no such field", ErrorCode.GRAPHQL_VALIDATION_FAILED, 400, asked("{ nothing }")),
                new Wrong(
                        "a time that is none",
                        ErrorCode.GRAPHQL_VALIDATION_FAILED,
                        400,
                        asked("{ leads(createdAfter: \"soon\") { totalCount } }")),
                new Wrong(
                        "a page too large",
                        ErrorCode.LIMIT_EXCEEDED,
                        400,
                        asked("{ leads(first: 201) { totalCount } }")),
                new Wrong(
                        "JSON too deep",
                        ErrorCode.LIMIT_EXCEEDED,
                        400,
                        id -> send(viewer(), id, "[".repeat(70) + "]".repeat(70))),
                new Wrong(
                        "a body too large",
                        ErrorCode.PAYLOAD_TOO_LARGE,
                        413,
                        id -> send(viewer(), id, body("{ me { id } } #" + "x".repeat(1 << 20)))),
                new Wrong(
                        "a form",
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        415,
                        id -> send(viewer(), id, "application/x-www-form-urlencoded", "query=%7B+me+%7B+id+%7D+%7D")),
                new Wrong(
                        "a query by its hash",
                        ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
                        200,
                        id -> send(viewer(), id, "{\"extensions\":{\"persistedQuery\":{\"sha256Hash\":\"ab\"}}}")),
                new Wrong(
                        "null where the schema has none",
                        ErrorCode.BAD_USER_INPUT,
                        400,
                        id -> send(
                                viewer(),
                                id,
                                "{\"query\":\"query($a: Boolean = true) { me @skip(if: $a) { id } }\",\"variables\":{\"a\":null}}")),
                new Wrong("no token", ErrorCode.UNAUTHENTICATED, 401, id -> ask(api(null), id, "{ me { id } }")),
                new Wrong(
                        "a token that is none",
                        ErrorCode.UNAUTHENTICATED,
                        401,
                        id -> ask(api("eyJhbGciOiJub25lIn0.e30."), id, "{ me { id } }")),
                new Wrong(
                        "a client of others",
                        ErrorCode.FORBIDDEN,
                        403,
                        id -> ask(viewer().in(installation.russian().id()), id, "{ me { id } }")),
                new Wrong(
                        "a role too small",
                        ErrorCode.FORBIDDEN,
                        200,
                        asked("mutation { updateLead(id: \"x\", version: 1, input: {}) { problems { code } } }")),
                new Wrong("a batch", ErrorCode.BAD_USER_INPUT, 400, id -> send(viewer(), id, "[]")),
                new Wrong("not JSON", ErrorCode.BAD_USER_INPUT, 400, id -> send(viewer(), id, "{\"query")),
                new Wrong(
                        "what the database cannot take",
                        ErrorCode.BAD_USER_INPUT,
                        200,
                        asked("{ conversations(language: \"a\\u0000b\") { nodes { id } } }")),
                new Wrong(
                        "a cursor that is none",
                        ErrorCode.BAD_USER_INPUT,
                        200,
                        asked("{ leads(after: \"x\") { nodes { id } } }")),
                new Wrong("too much in a minute", ErrorCode.RATE_LIMITED, 429, ErrorsIT::overBudget),
                new Wrong("somebody's lock", ErrorCode.TIMEOUT, 504, ErrorsIT::tooSlow),
                new Wrong("a defect", ErrorCode.INTERNAL, 200, ErrorsIT::broken),
                new Wrong("no database", ErrorCode.UPSTREAM_UNAVAILABLE, 503, ErrorsIT::withoutDatabase));
    }

    @Test
    void everyCodeIsProvoked() {
        var provoked =
                everything().map(Wrong::code).collect(Collectors.toCollection(() -> EnumSet.noneOf(ErrorCode.class)));
        assertThat(provoked).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(NOT_PROVOKED)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void isToldWithoutTheInside(Wrong wrong) throws Exception {
        var id = "errors-" + UUID.randomUUID();

        var answer = wrong.provocation().provoke(id);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(wrong.status());
        assertThat(answer.response().headers().allValues("X-Request-Id")).containsExactly(id);
        var errors = answer.body().path("errors");
        assertThat(errors).isNotEmpty();
        errors.forEach(error -> isFitForClients(error, wrong.code(), id));
        assertThat(answer.response().headers().map().toString() + answer.body())
                .satisfies(ErrorsIT::showsNothingInside);
        if (wrong.code() != ErrorCode.UPSTREAM_UNAVAILABLE) { // then there is nothing to write it to
            await().untilAsserted(() -> assertThat(installation.one(
                            "select string_agg(concat_ws(' ', status_code, error_message), ', ') from api_logs"
                                    + " where request_id = '" + id + "'"))
                    .isEqualTo(wrong.status() + " " + wrong.code()));
        }
        if (wrong.code() == ErrorCode.INTERNAL || wrong.code() == ErrorCode.UPSTREAM_UNAVAILABLE) {
            await().untilAsserted(() -> assertThat(logged(id))
                    .as("the log line of the request names it")
                    .isNotEmpty());
        }
        if (wrong.code() == ErrorCode.INTERNAL) {
            assertThat(logged(id)).as("whoever is asked finds what it was").anySatisfy(line -> {
                assertThat(line.path("level").asText()).isEqualTo("ERROR");
                assertThat(line.toString()).contains("Exception");
            });
        } else {
            assertThat(logged(id)).noneMatch(line -> line.path("level").asText().equals("ERROR"));
        }
    }

    @Test
    void inAStreamItIsTheSame() {
        var id = "errors-" + UUID.randomUUID();
        var request = viewer().request(server.url().resolve("/graphql/stream"))
                .header("X-Request-Id", id)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body("subscription { leadEvents(after: \"x\") { id } }")))
                .build();
        try (var stream = EventStreamClient.open(request)) {
            assertThat(stream.response().headers().allValues("X-Request-Id")).containsExactly(id);
            var told = stream.nextEvent().json();
            isFitForClients(told.path("errors").path(0), ErrorCode.BAD_USER_INPUT, id);
            showsNothingInside(told.toString());
        }
    }

    private static void isFitForClients(JsonNode error, ErrorCode code, String requestId) {
        assertThat(error.path("message").asText()).isNotBlank().hasSizeLessThan(600);
        assertThat(error.at("/extensions/code").asText()).as(error.toString()).isEqualTo(code.name());
        assertThat(error.at("/extensions/requestId").asText()).isEqualTo(requestId);
        assertThat(names(error)).isSubsetOf("message", "locations", "path", "extensions");
        assertThat(names(error.path("extensions"))).isSubsetOf("code", "requestId", "retryAfterSeconds");
    }

    private static void showsNothingInside(String said) {
        INSIDE.forEach(pattern -> assertThat(said).doesNotContainPattern(pattern));
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }

    private static Provocation asked(String query) {
        return id -> ask(viewer(), id, query);
    }

    private static Api.Answer overBudget(String id) {
        for (int i = 0; i < 10; i++) {
            assertThat(ask(as("admin"), "enough-" + i, "{ leads(first: 100) { nodes { id } } }")
                            .status())
                    .isIn(200, 429);
        }
        return ask(as("admin"), id, "{ leads(first: 100) { nodes { id } } }");
    }

    private static Api.Answer tooSlow(String id) throws Exception {
        try (var other = installation.holding("lock table leads in access exclusive mode")) {
            return ask(viewer(), id, "{ leads { nodes { id } } }");
        }
    }

    /** As if a migration had gone wrong. */
    private static Api.Answer broken(String id) throws SQLException {
        installation.execute("alter table conversations rename column title to conversations_title");
        try {
            return ask(viewer(), id, "{ conversations { nodes { id title } } }");
        } finally {
            installation.execute("alter table conversations rename column conversations_title to title");
        }
    }

    private static Api.Answer withoutDatabase(String id) throws SQLException {
        installation.allowConnections(false);
        try {
            return ask(viewer(), id, "{ leads { nodes { id } } }");
        } finally {
            installation.allowConnections(true);
            // A pooler tries its logins again every 15 seconds only.
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> ask(viewer(), "restored", "{ me { id } }").status() == 200);
        }
    }

    private static List<JsonNode> logged(String requestId) {
        return server.log()
                .lines()
                .filter(line -> line.contains(requestId))
                .map(ErrorsIT::json)
                .filter(line -> line.at("/mdc/requestId").asText().equals(requestId))
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("A log line that is no JSON: " + line, e);
        }
    }

    private static Api viewer() {
        return as("viewer");
    }

    private static Api as(String role) {
        return api(installation.token(installation.english(), role));
    }

    private static Api api(String token) {
        return new Api(server.url().resolve("/graphql"), token, null);
    }

    private static Api.Answer ask(Api api, String requestId, String query) {
        return send(api, requestId, body(query));
    }

    private static String body(String query) {
        return JSON.valueToTree(Map.of("query", query)).toString();
    }

    private static Api.Answer send(Api api, String requestId, String body) {
        return send(api, requestId, "application/json", body);
    }

    private static Api.Answer send(Api api, String requestId, String mediaType, String body) {
        return api.send(api.request(api.endpoint())
                .header("X-Request-Id", requestId)
                .header("Accept", "application/graphql-response+json")
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
