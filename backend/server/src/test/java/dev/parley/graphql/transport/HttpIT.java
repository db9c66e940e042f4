package dev.parley.graphql.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import graphql.introspection.IntrospectionQuery;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; \"query\" is missing",
                "{\"query\":null,\"extensions\":{}}; \"query\" is missing",
                "{\"query\":1}; \"query\" must be a string, not a number",
                "{\"query\":\"{ me { id } }\",\"variables\":[]}; \"variables\" must be an object, not an array",
                "{\"query\":\"{ me { id } }\",\"variables\":\"{}\"}; \"variables\" must be an object, not a string",
                "{\"query\":\"{ me { id } }\",\"variables\":\"\"}; \"variables\" must be an object, not a string",
                "{\"query\":\"{ me { id } }\",\"operationName\":{}}; \"operationName\" must be a string, not an object",
                "{\"query\":\"{ me { id } }\",\"extensions\":true}; \"extensions\" must be an object, not a boolean"
            })
    void thePartOfARequestThatIsWrongIsNamed(String body, String message) {
        var answer = viewer.post(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(message(answer)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "variables={}; \"query\" is missing",
                "query={me{id}}&variables=undefined; The parameter \"variables\" is not a JSON object",
                "query={me{id}}&variables=[]; \"variables\" must be an object, not an array",
                "query={me{id}}&extensions={; The parameter \"extensions\" is not a JSON object"
            })
    void soIsTheParameterOfAnAddress(String parameters, String message) {
        var answer =
                viewer.get(parameters.replace("{", "%7B").replace("}", "%7D").replace("[]", "%5B%5D"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(message(answer)).isEqualTo(message);
    }

    @Test
    void aQueryBySomeNameIsToldThatQueriesAreNotKeptHere() {
        var persisted =
                "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"ecf4edb46db40b5132295c0291d62fb65d6759a9\"}}";
        for (var answer : List.of(
                viewer.post("{\"operationName\":\"Me\",\"variables\":{},\"extensions\":" + persisted + "}"),
                viewer.post("{\"query\":null,\"extensions\":" + persisted + "}"),
                viewer.post("{\"documentId\":\"sha256:ab\"}"),
                viewer.get("operationName=Me&extensions=" + encoded(persisted)),
                viewer.send(viewer.request(parley.url().resolve("/graphql/stream"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"extensions\":" + persisted + "}"))))) {
            // 200, as Apollo Server has it: some clients do not read what comes with another one.
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.code()).isEqualTo("PERSISTED_QUERY_NOT_SUPPORTED");
            assertThat(message(answer)).isEqualTo("PersistedQueryNotSupported");
        }
        assertThat(viewer.post("{\"query\":\"{ me { id } }\",\"extensions\":" + persisted + "}")
                        .data()
                        .at("/me/id")
                        .asText())
                .as("with the query it is one like any other")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/plain;charset=application/json",
                "application/x-www-form-urlencoded",
                "multipart/mixed; boundary=x",
                "application/graphql",
                "application/jsonp",
                "json",
                "*/*"
            })
    void aBodyThatDoesNotSayItIsJsonIsRefused(String mediaType) {
        for (var path : List.of("/graphql", "/graphql/stream")) {
            var answer = viewer.send(viewer.request(parley.url().resolve(path))
                    .header("Content-Type", mediaType)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ me { id } }\"}")));
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
            assertThat(message(answer)).contains("application/json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON;charset=UTF-8",
                "application/json ; charset=\"utf-8\"",
                "application/vnd.api+json"
            })
    void jsonIsJsonHoweverItIsWritten(String mediaType) {
        var answer = viewer.send(viewer.request(parley.graphql())
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ me { id } }\"}")));
        assertThat(answer.status()).isEqualTo(200);
    }

    private static int objects(JsonNode node) {
        int inside = 0;
        for (var child : node) {
            inside += objects(child);
        }
        return inside + (node.isObject() ? 1 : 0);
    }

    @Test
    void theSchemaMayBeAskedForTwice() {
        var twice = viewer.ask("{ a: __schema { queryType { name } } b: __schema { queryType { name } }"
                + " x: __type(name: \"Lead\") { name } y: __type(name: \"Agent\") { name } }");
        assertThat(twice.data().at("/y/name").asText()).isEqualTo("Agent");

        var whole = viewer.ask(IntrospectionQuery.INTROSPECTION_QUERY);
        assertThat(whole.data().at("/__schema/types").size()).isGreaterThan(50);
        // 1 point for 20 objects, 100 at least.
        assertThat(whole.body().at("/extensions/cost/requested").asInt())
                .isEqualTo(Math.max(100, objects(whole.data().path("__schema")) / 20));
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

    private static String message(Api.Answer answer) {
        return answer.body().at("/errors/0/message").asText();
    }

    private static JsonNode error(Api.Answer answer) {
        return answer.body().path("errors").path(0).path("extensions");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
