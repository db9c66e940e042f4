package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.User;
import dev.parley.testing.Api;
import dev.parley.testing.Installation;
import dev.parley.testing.ServerProcess;
import dev.parley.testing.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server with a small budget and without introspection. */
class BudgetIT {

    /** Costs 141: after two of them it takes 24 seconds until a third one could be paid, however slow the machine is. */
    private static final String PAGE = "{ conversations(first: 140) { nodes { id } } }";

    private static Installation installation;
    private static Client english;
    private static Client russian;
    private static ServerProcess server;

    @BeforeAll
    static void start() throws Exception {
        installation = Installation.create()
                .set("PARLEY_GRAPHQL_BUDGET", "300")
                .set("PARLEY_GRAPHQL_MAX_COST", "250")
                .set("PARLEY_GRAPHQL_INTROSPECTION", "false");
        english = installation.english();
        russian = installation.russian();
        server = installation.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        installation.close();
    }

    @Test
    void whoIsOverBudgetIsToldWhenToComeBack() {
        var member = installation.member(english, "owner");
        var first = as(member).ask(PAGE);
        var second = as(member).ask(PAGE);
        var third = as(member).ask(PAGE);

        assertThat(first.status()).isEqualTo(200);
        assertThat(cost(first).path("requested").asInt()).isEqualTo(141);
        assertThat(cost(first).path("limit").asInt()).isEqualTo(300);
        assertThat(cost(first).path("remaining").asInt()).isEqualTo(159);
        assertThat(Instant.parse(cost(first).path("resetAt").asText()))
                .isBetween(Instant.now(), Instant.now().plusSeconds(61));
        assertThat(second.status()).isEqualTo(200);
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.code()).isEqualTo("RATE_LIMITED");
        assertThat(third.body().has("data")).isFalse();
        int left = cost(third).path("remaining").asInt(); // 5 points a second flow back
        assertThat(left).isBetween(18, 140);
        var wait = Integer.parseInt(
                third.response().headers().firstValue("Retry-After").orElseThrow());
        assertThat(wait).isPositive().isBetween((140 - left) / 5, (145 - left) / 5);
        assertThat(third.body()
                        .path("errors")
                        .path(0)
                        .path("extensions")
                        .path("retryAfterSeconds")
                        .asInt())
                .isEqualTo(wait);
        var other = as(installation.member(english, "viewer")).ask(PAGE);
        assertThat(cost(other).path("remaining").asInt())
                .as("others have their own")
                .isEqualTo(159);
    }

    @Test
    void whatIsRefusedCostsToo() {
        var member = as(installation.member(english, "admin"));
        for (var i = 0; i < 15; i++) {
            member.ask("{ nothing" + i + " }");
        }
        assertThat(member.ask("{ nothing }").status()).isEqualTo(429);
    }

    @Test
    void overBudgetOnASocketIsAnErrorOfThatOperation() {
        var member = installation.member(russian, "owner");
        try (var socket = socket(member)) {
            socket.subscribe("1", PAGE, Map.of());
            assertThat(socket.next()
                            .path("payload")
                            .path("extensions")
                            .path("cost")
                            .path("remaining")
                            .asInt())
                    .isEqualTo(159);
            socket.next();
            socket.subscribe("2", PAGE, Map.of());
            socket.nextData();
            socket.next();
            socket.subscribe("3", PAGE, Map.of());
            var refused = socket.next();
            assertThat(refused.path("type").asText()).isEqualTo("error");
            assertThat(refused.path("payload")
                            .path(0)
                            .path("extensions")
                            .path("code")
                            .asText())
                    .isEqualTo("RATE_LIMITED");
            socket.subscribe("4", "{ me { id } }", Map.of());
            assertThat(socket.nextData().path("me").path("id").asText()).isNotEmpty();
        }
    }

    @Test
    void anOperationHasAHighestCost() {
        var answer = as(installation.member(russian, "viewer"))
                .ask(
                        "query($n: Int) { conversations(first: $n) { nodes { id } edges { node { id } } } }",
                        Map.of("n", 150));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(answer.body().path("errors").path(0).path("message").asText())
                .isEqualTo("Too much of: cost in points. Asked: 301, allowed: 250");
    }

    @Test
    void introspectionIsSwitchedOffEverywhere() {
        var member = installation.member(russian, "analyst");
        for (var document : new String[] {
            "{ __schema { types { name } } }",
            "{ __type(name: \"Lead\") { name } }",
            "{ ...F } fragment F on Query { x: __schema { types { name } } }"
        }) {
            var answer = as(member).ask(document);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
            assertThat(answer.body().path("errors").path(0).path("message").asText())
                    .contains("switched off");
        }
        try (var socket = socket(member)) {
            socket.subscribe("1", "{ __schema { types { name } } }", Map.of());
            assertThat(socket.next().path("payload").path(0).path("message").asText())
                    .contains("switched off");
        }
        assertThat(as(member)
                        .data("{ __typename me { __typename } }")
                        .path("__typename")
                        .asText())
                .isEqualTo("Query");
    }

    private static JsonNode cost(Api.Answer answer) {
        return answer.body().path("extensions").path("cost");
    }

    private static Api as(User member) {
        return new Api(
                server.url().resolve("/graphql"),
                installation.sandbox().tokens().of(member),
                null);
    }

    private static Socket socket(User member) {
        return Socket.open(
                URI.create("ws://127.0.0.1:" + server.url().getPort() + "/graphql"),
                installation.sandbox().tokens().of(member),
                null);
    }
}
