package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.security.Role;
import dev.parley.testing.FeatureFixtures;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.Socket;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every role against every root field of the schema, each with all fields below it that the role may read, as
 * decisions/rights.csv says. A field below the root that is not in there is for whoever may use a root field that leads to it.
 */
class RightsMatrixIT {

    private static final String ANYONE = "ANYONE";

    private static Parley parley;
    private static OwnClient client;
    private static GraphQLSchema schema;
    private static FieldPaths paths;
    private static Map<String, String> decided;

    @BeforeAll
    static void arrange() throws IOException {
        parley = Parley.shared();
        schema = ProductSchema.assemble();
        decided = decisions();
        client = OwnClient.synced(parley);
        paths = new FieldPaths(
                schema,
                RightsMatrixIT::rank,
                FeatureFixtures.make(parley, client).arguments());
    }

    static Stream<Arguments> everyRoleAndRootField() throws IOException {
        return rootFields().flatMap(field -> Stream.of(Role.values()).map(role -> Arguments.of(role, field)));
    }

    @Test
    void everyRootFieldAndEveryDirectiveBelowHasADecision() {
        var declared = new TreeMap<String, String>();
        for (var coordinates : paths.coordinates()) {
            var required = RequiredRole.of(schema.getObjectType(coordinates.substring(0, coordinates.indexOf('.')))
                    .getFieldDefinition(coordinates.substring(coordinates.indexOf('.') + 1)));
            if (required != null) {
                declared.put(
                        coordinates,
                        required.withoutClient() ? ANYONE : required.role().name());
            }
        }

        assertThat(declared).isEqualTo(new TreeMap<>(decided));
        assertThat(FieldPaths.unreachable(schema, paths)).isEmpty();
    }

    @Test
    void whatIsDecidedBelowTheRootIsForbiddenToLesserRoles() {
        for (var field : decided.keySet()) {
            for (var role : Role.values()) {
                if (!isRoot(field) && !isAllowed(role, field)) {
                    var answer = ask(client.token(role.stored()), paths.root(field), below -> true);
                    assertThat(answer.path("errors"))
                            .as("%s for %s", field, role)
                            .anyMatch(error ->
                                    error.at("/extensions/code").asText().equals("FORBIDDEN")
                                            && error.path("path")
                                                    .path(error.path("path").size() - 1)
                                                    .asText()
                                                    .equals(field.substring(field.indexOf('.') + 1)));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyRoleAndRootField")
    void isAllowedAsDecided(Role role, String field) {
        var answer = ask(client.token(role.stored()), field, below -> isAllowed(role, below));

        if (isAllowed(role, field)) {
            assertThat(answer.has("errors")).as(answer.toString()).isFalse();
            assertThat(answer.path("data").has(field.substring(field.indexOf('.') + 1)))
                    .isTrue();
        } else {
            assertThat(code(answer)).isEqualTo("FORBIDDEN");
        }
    }

    @ParameterizedTest
    @MethodSource("rootFields")
    void somebodyWithoutAnyClientGetsOnlyWhatIsForAnyone(String field) {
        var answer = ask(parley.sandbox().tokens().ofStranger(), field, below -> true);

        assertThat(code(answer)).isEqualTo(decided.get(field).equals(ANYONE) ? "" : "FORBIDDEN");
    }

    @ParameterizedTest
    @MethodSource("rootFields")
    void withoutATokenNothingIsAnswered(String field) {
        var answer = parley.withToken(null).ask(paths.operation(field, below -> true));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.body().has("data")).isFalse();
    }

    static Stream<String> rootFields() throws IOException {
        return decisions().keySet().stream().filter(RightsMatrixIT::isRoot).filter(field -> !takesAFile(field));
    }

    /** A file is no text of an operation: who may send one is the feature's test. */
    private static boolean takesAFile(String field) {
        return schema
                .getObjectType(field.substring(0, field.indexOf('.')))
                .getFieldDefinition(field.substring(field.indexOf('.') + 1))
                .getArguments()
                .stream()
                .anyMatch(argument ->
                        GraphQLTypeUtil.unwrapAll(argument.getType()).getName().equals("Upload"));
    }

    private static boolean isRoot(String field) {
        return field.startsWith("Query.") || field.startsWith("Mutation.") || field.startsWith("Subscription.");
    }

    private static boolean isAllowed(Role role, String field) {
        var least = decided.getOrDefault(field, ANYONE);
        return least.equals(ANYONE) || role.includes(Role.valueOf(least));
    }

    private static JsonNode ask(String token, String field, Predicate<String> below) {
        var operation = paths.operation(field, below);
        if (!field.startsWith("Subscription.")) {
            return parley.withToken(token).ask(operation).body();
        }
        try (var socket = Socket.open(parley.graphqlSocket(), token, null)) {
            socket.subscribe("1", operation, Map.of());
            var payload = socket.next().path("payload");
            return payload.isArray() ? JsonNodeFactory.instance.objectNode().set("errors", payload) : payload;
        }
    }

    /** The first error's code; empty when there is none. */
    private static String code(JsonNode answer) {
        return answer.path("errors").path(0).path("extensions").path("code").asText();
    }

    /** Fields are asked for by way of the root field that most may use. */
    private static int rank(String rootField) {
        var least = decided.getOrDefault(rootField, ANYONE);
        return least.equals(ANYONE)
                ? 0
                : Role.values().length - Role.valueOf(least).ordinal();
    }

    private static Map<String, String> decisions() throws IOException {
        var decisions = new LinkedHashMap<String, String>();
        try (var stream = RightsMatrixIT.class.getResourceAsStream("/decisions/rights.csv")) {
            new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";"))
                    .forEach(cells -> decisions.put(cells[0], cells[1]));
        }
        return decisions;
    }
}
