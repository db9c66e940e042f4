package dev.parley.graphql.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** GraphQL over HTTP: status codes, error codes, request ids, pages. */
class HttpIT {

    private static final String GRAPHQL_JSON = "application/graphql-response+json";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final Api viewer = client.api("viewer");

    @Test
    void aRequestIdGoesFromTheEdgeToTheAnswerTheErrorsAndTheLog() {
        var id = "test-" + System.nanoTime();
        var answer = viewer.send(viewer.request(parley.graphql())
                .header("X-Request-Id", id)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ nonsense }\"}")));

        assertThat(answer.response().headers().firstValue("X-Request-Id")).contains(id);
        assertThat(error(answer).path("requestId").asText()).isEqualTo(id);
        await().untilAsserted(() -> assertThat(parley.sql(
                        "select concat_ws(' ', client_id, service_name, endpoint, method, status_code) from api_logs"
                                + " where request_id = ? and response_time_ms >= 0",
                        id))
                .isEqualTo(client.id() + " graphql /graphql POST 200"));
    }

    @Test
    void aRequestIdThatIsNotDecentIsReplaced() {
        var answer = viewer.send(viewer.request(parley.graphql())
                .header("X-Request-Id", "<script>")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ me { id } }\"}")));

        assertThat(answer.response().headers().firstValue("X-Request-Id").orElseThrow())
                .matches("[0-9a-f-]{36}");
    }

    @Test
    void whatIsWrongHasACode() {
        assertThat(viewer.ask("{").code()).isEqualTo("GRAPHQL_PARSE_FAILED");
        assertThat(viewer.ask("{ nothing }").code()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
        assertThat(viewer.ask("{ leads(first: 201) { totalCount } }").code()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(viewer.ask("{ leads(first: 0) { totalCount } }").code()).isEqualTo("BAD_USER_INPUT");
        assertThat(viewer.ask("{ leads(after: \"x\") { totalCount } }").code()).isEqualTo("BAD_USER_INPUT");
        assertThat(viewer.ask("{ leads(createdAfter: \"yesterday\") { totalCount } }")
                        .code())
                .isEqualTo("GRAPHQL_VALIDATION_FAILED");
        assertThat(viewer.ask("query($t: DateTime) { leads(createdAfter: $t) { totalCount } }", Map.of("t", "soon"))
                        .code())
                .isEqualTo("BAD_USER_INPUT");
        assertThat(viewer.ask("query($n: Int!) { leads(first: $n) { totalCount } }")
                        .code())
                .isEqualTo("BAD_USER_INPUT");
        assertThat(viewer.ask(
                                "{ lead(id: \"x\") { sourceConversation { lead { sourceConversation { lead { sourceConversation { lead"
                                        + " { sourceConversation { lead { sourceConversation { lead { sourceConversation { lead { sourceConversation"
                                        + " { lead { sourceConversation { id } } } } } } } } } } } } } } } } }")
                        .code())
                .isEqualTo("LIMIT_EXCEEDED");
        assertThat(viewer.ask("subscription { leadEvents { id } }").code()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void nullsAndStrangeCharactersAreNoAccident() {
        assertThat(viewer.ask("{ leads(first: null, minScore: null, status: null) { totalCount } }")
                        .code())
                .isEmpty();
        assertThat(viewer.ask("{ conversations(first: null, offset: null, language: null) { totalCount } }")
                        .code())
                .isEmpty();
        assertThat(viewer.ask("query($l: String) { conversations(language: $l) { totalCount } }", Map.of("l", "a\0b"))
                        .code())
                .isIn("", "BAD_USER_INPUT");
        assertThat(viewer.ask("{ leads(createdAfter: \"+999999999-01-01T00:00:00Z\") { totalCount } }")
                        .code())
                .isEqualTo("GRAPHQL_VALIDATION_FAILED");
        assertThat(viewer.ask("query A { me { id } } query B { me { id } }").code())
                .isEqualTo("BAD_USER_INPUT");
        assertThat(viewer.get("query=" + encoded("{ me { id } }") + "&variables=null")
                        .status())
                .isEqualTo(200);
        var analyst = client.api("analyst");
        for (var input :
                List.of("{status: null}", "{notes: \"a\\u0000b\"}", "{name: \"a\\u0000b\"}", "{name: \"\\uD800\"}")) {
            var answer = analyst.ask(
                    "mutation { updateLead(id: \"x\", version: 1, input: " + input + ") { problems { code } } }");
            assertThat(answer.code()).as(input).isNotEqualTo("INTERNAL");
        }
    }

    @Test
    void aBodyThatIsNoRequestIsRefused() {
        for (var body : List.of(
                "",
                "{",
                "[]",
                "[{\"query\":\"{ me { id } }\"}]",
                "{\"query\":1}",
                "{\"query\":\"{ me { id } }\",\"variables\":[]}",
                "null")) {
            var answer = viewer.post(body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.code()).as(body).isEqualTo("BAD_USER_INPUT");
        }
        var large = viewer.post("{\"query\":\"{ me { id } } #" + "x".repeat(1 << 20) + "\"}");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.code()).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    void statusCodesFollowTheMediaTypeAskedFor() {
        assertThat(asked("application/json", "{ nothing }").status()).isEqualTo(200);
        assertThat(asked(GRAPHQL_JSON, "{ nothing }").status()).isEqualTo(400);
        var good = asked(GRAPHQL_JSON, "{ me { id } }");
        assertThat(good.status()).isEqualTo(200);
        assertThat(good.response().headers().firstValue("Content-Type").orElseThrow())
                .startsWith(GRAPHQL_JSON);
    }

    @Test
    void getIsForQueriesOnly() {
        assertThat(viewer.get("query=" + encoded("{ me { id } }"))
                        .data()
                        .path("me")
                        .path("id")
                        .asText())
                .isNotEmpty();
        assertThat(viewer.get("query=" + encoded("query($id: ID!) { lead(id: $id) { id } }") + "&variables="
                                + encoded("{\"id\":\"x\"}"))
                        .data()
                        .toString())
                .isEqualTo("{\"lead\":null}");
        var mutation = viewer.get(
                "query=" + encoded("mutation { updateLead(id: \"x\", version: 1, input: {}) { problems { code } } }"));
        assertThat(mutation.status()).isEqualTo(405);
        assertThat(mutation.response().headers().firstValue("Allow")).contains("POST");
        assertThat(viewer.get("").status()).isEqualTo(400);
    }

    @Test
    void pagesByCursorVisitEachOnceAndInOrder() {
        for (int i = 0; i < 10; i++) {
            var id = client.conversation("done", "ru", null);
            if (i < 7) { // all at the same second: the id decides
                parley.sql(
                        "update conversations set started_at = '2026-01-01T00:00:00Z' where id = ?::uuid returning id",
                        id);
            }
        }
        eachIsVisitedOnceAndInOrder(client.api());
    }

    private void eachIsVisitedOnceAndInOrder(Api api) {
        var seen = new ArrayList<String>();
        String cursor = null;
        JsonNode page;
        do {
            var variables = new java.util.HashMap<String, Object>();
            variables.put("after", cursor);
            page = api.data(
                            "query($after: String) { conversations(first: 3, after: $after) { edges { cursor node { id startedAt } }"
                                    + " pageInfo { hasNextPage endCursor } } }",
                            variables)
                    .path("conversations");
            page.path("edges")
                    .forEach(edge -> seen.add(edge.path("node").path("id").asText()));
            cursor = page.path("pageInfo").path("endCursor").asText();
        } while (page.path("pageInfo").path("hasNextPage").booleanValue());

        var total = api.data("{ conversations { totalCount totalCountExact } }").path("conversations");
        assertThat(seen)
                .doesNotHaveDuplicates()
                .hasSize(10)
                .hasSize(total.path("totalCount").intValue());
        assertThat(total.path("totalCountExact").booleanValue()).isTrue();
        assertThat(seen).containsExactlyElementsOf(idsByOffset(api, seen.size()));
    }

    @Test
    void timesAreRfc3339() {
        var call =
                client.call().startedAt(Instant.parse("2026-03-01T10:00:00Z")).user("mail t@example.com");
        client.tell(call);
        await().until(() -> parley.leadOf(call.id()) != null);
        var query =
                "query($from: DateTime, $to: DateTime) { conversations(startedAfter: $from, startedBefore: $to) { nodes { startedAt } } }";

        var nodes = viewer.data(query, Map.of("from", "2026-03-01T13:00:00+03:00", "to", "2026-03-01T10:00:00.5Z"))
                .path("conversations")
                .path("nodes");

        assertThat(nodes).hasSize(1);
        assertThat(nodes.path(0).path("startedAt").asText()).isEqualTo("2026-03-01T10:00:00Z");
    }

    private List<String> idsByOffset(Api api, int count) {
        var ids = new ArrayList<String>();
        for (int offset = 0; offset < count; offset += 100) {
            api.data("query($o: Int) { conversations(first: 100, offset: $o) { nodes { id } } }", Map.of("o", offset))
                    .path("conversations")
                    .path("nodes")
                    .forEach(node -> ids.add(node.path("id").asText()));
        }
        return ids;
    }

    private Api.Answer asked(String accept, String query) {
        return viewer.send(viewer.request(parley.graphql())
                .header("Accept", accept)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}")));
    }

    private static JsonNode error(Api.Answer answer) {
        return answer.body().path("errors").path(0).path("extensions");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
