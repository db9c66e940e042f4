package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.FeatureFixture.Rows;
import dev.parley.testing.FeatureFixtures;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.Socket;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two clients with rows of every feature: whatever root field one asks for, by the other's ids, the other's rows are not in it. */
class EveryRootFieldIT {

    private static final Parley PARLEY = Parley.shared();
    private static final GraphQLSchema SCHEMA = ProductSchema.assemble();
    private static final OwnClient CLIENT = OwnClient.synced(PARLEY);
    private static final OwnClient OTHER = OwnClient.synced(PARLEY);

    private static Rows rows;
    private static Rows othersRows;

    @BeforeAll
    static void makeRows() {
        rows = FeatureFixtures.make(PARLEY, CLIENT);
        othersRows = FeatureFixtures.make(PARLEY, OTHER);
    }

    static Stream<String> rootFields() {
        return Stream.of(SCHEMA.getQueryType(), SCHEMA.getMutationType(), SCHEMA.getSubscriptionType())
                .flatMap(EveryRootFieldIT::fields);
    }

    @ParameterizedTest
    @MethodSource("rootFields")
    void showsNothingOfAnotherClient(String field) {
        assertThat(ask(OTHER, field).toString()).doesNotContain(rows.marks());
    }

    /** Or the test above would pass without any rows. */
    @Test
    void showsAClientItsOwnRows() {
        var seen = new ArrayList<String>();
        rootFields().forEach(field -> seen.add(ask(CLIENT, field).toString()));

        assertThat(rows.marks()).allSatisfy(mark -> assertThat(seen).anyMatch(answer -> answer.contains(mark)));
        assertThat(othersRows.marks()).allSatisfy(mark -> assertThat(seen).noneMatch(answer -> answer.contains(mark)));
    }

    /** Of a subscription the first event. */
    private static JsonNode ask(OwnClient client, String field) {
        var paths = new FieldPaths(SCHEMA, root -> root.equals(field) ? 0 : FieldPaths.LEFT_OUT, rows.arguments());
        var operation = paths.operation(field, below -> true);
        if (!field.startsWith("Subscription.")) {
            return client.api().ask(operation).body();
        }
        try (var socket = Socket.open(PARLEY.graphqlSocket(), client.token("owner"), null)) {
            socket.subscribe("1", operation, Map.of());
            return socket.next();
        }
    }

    private static Stream<String> fields(GraphQLObjectType root) {
        return root.getFieldDefinitions().stream().map(field -> root.getName() + "." + field.getName());
    }
}
