package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Api;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.Statements;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A page of many takes as many SQL statements as a page of one: never a statement per row. */
class SqlCountIT {

    private static final int MANY = 50;
    /** Begin, for whom, in which role, question, commit. */
    private static final int FLAT_PAGE = 5;

    private static Parley parley;
    private static GraphQLSchema schema;
    private static Api owner;

    @BeforeAll
    static void fill() {
        parley = Parley.shared();
        schema = ProductSchema.assemble();
        var client = new OwnClient(parley);
        owner = client.api();
        for (int i = 0; i < MANY; i++) {
            owner.data("mutation { createApiToken(input: {name: \"count " + i + "\"}) { problems { code } } }");
            owner.data("mutation { createDocument(input: {title: \"Count " + i + "\", content: \"Number " + i
                    + " of many.\"}) { problems { code } } }");
            client.tell(client.call().agent("Who is calling?").user("Ann, ann" + i + "@count.example"));
        }
        await().until(
                        () -> owner
                                        .data("{ leads(first: 50) { nodes { email } } }")
                                        .path("leads")
                                        .path("nodes")
                                        .findValuesAsText("email")
                                        .stream()
                                        .filter(email -> email.endsWith("@count.example"))
                                        .count()
                                == MANY);
        await().until(() -> owner.data("{ documents(first: 50, status: READY) { nodes { id } } }")
                        .path("documents")
                        .path("nodes")
                        .size()
                == MANY);
    }

    /** Every field of every connection's items, with all that is in it: so none can be forgotten. */
    static Stream<Arguments> everyFieldOfEveryConnection() {
        return schema.getQueryType().getFieldDefinitions().stream()
                .filter(field -> field.getArgument("first") != null
                        && GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType type
                        && type.getFieldDefinition("nodes") != null)
                .flatMap(connection -> items(connection).getFieldDefinitions().stream()
                        .map(field -> Arguments.of(connection.getName(), selection(field, 2))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyFieldOfEveryConnection")
    void takesTheSameForOneAndForMany(String connection, String field) {
        var query = "query($n: Int) { " + connection + "(first: $n) { nodes { " + field + " } } }";

        assertThat(statements(query, MANY)).isEqualTo(statements(query, 1));
    }

    @Test
    void conversationsWithEverythingAroundThem() {
        var query =
                "query($n: Int) { conversations(first: $n) { totalCount nodes { id agent { name } lead { email evidence { quote }"
                        + " scoreSignals { name } sourceConversation { id } } transcript { message } } } }";

        assertThat(statements(query, MANY)).isEqualTo(statements(query, 1)).isEqualTo(FLAT_PAGE + 5);
    }

    @Test
    void aFlatPageIsOneQuestion() {
        assertThat(statements("query($n: Int) { conversations(first: $n) { nodes { id startedAt title } } }", MANY))
                .isEqualTo(FLAT_PAGE);
    }

    @Test
    void theCounterCounts() {
        assertThat(statements("{ a: conversations { nodes { id } } b: conversations { nodes { id } } }", 0))
                .isEqualTo(statements("{ a: conversations { nodes { id } } }", 0) + 1);
    }

    /** Every few seconds one of two requests looks up once more who is asking. */
    private static int statements(String query, int page) {
        return Math.min(statementsOnce(query, page), statementsOnce(query, page));
    }

    private static int statementsOnce(String query, int page) {
        var requestId = UUID.randomUUID().toString();
        try (var statements = Statements.listen()) {
            var answer = owner.send(owner.request(parley.graphql())
                    .header("Content-Type", "application/json")
                    .header("X-Request-Id", requestId)
                    .POST(HttpRequest.BodyPublishers.ofString(body(query, page))));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            assertThat(answer.body().has("errors")).as(query + answer.body()).isFalse();
            if (page > 0) {
                assertThat(nodes(answer.data())).as("rows on the page").isEqualTo(page);
            }
            return statements.executed(requestId);
        }
    }

    private static int nodes(JsonNode data) {
        return data.path(data.fieldNames().next()).path("nodes").size();
    }

    private static String body(String query, int page) {
        return new com.fasterxml.jackson.databind.ObjectMapper()
                .valueToTree(Map.of("query", query, "variables", page == 0 ? Map.of() : Map.of("n", page)))
                .toString();
    }

    private static GraphQLObjectType items(GraphQLFieldDefinition connection) {
        var type = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(connection.getType());
        return (GraphQLObjectType)
                GraphQLTypeUtil.unwrapAll(type.getFieldDefinition("nodes").getType());
    }

    /** The field with everything inside it, so many levels deep. */
    private static String selection(GraphQLFieldDefinition field, int levels) {
        if (!(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType object)) {
            return field.getName();
        }
        var inside = object.getFieldDefinitions().stream()
                .filter(inner ->
                        levels > 0 || !(GraphQLTypeUtil.unwrapAll(inner.getType()) instanceof GraphQLCompositeType))
                .map(inner -> selection(inner, levels - 1))
                .collect(Collectors.joining(" "));
        var page = field.getArgument("first") == null ? "" : "(first: 2)"; // or it costs too much
        return field.getName() + page + " { " + inside + " }";
    }
}
