package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostPlanTest {

    private static final GraphQLSchema SCHEMA = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser()
            .parse(
                    """
                            type Query {
                              items(first: Int = 50): Items @listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"])
                              dear: Int @cost(weight: "7")
                              found(search: String @cost(weight: "50"), in: Int): Item
                            }
                            type Mutation { change: Item @cost(weight: "10") }
                            type Items { nodes: [Item!]! edges: [Edge!]! @cost(weight: "0") }
                            type Edge { node: Item! }
                            type Item { name: String, parts: [Item!]! @listSize(assumedSize: 20), other: Item }
                            """
                            + CostDirectives.SDL));

    private final Documents documents = new Documents(SCHEMA, true);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{ __typename }; 1",
                "{ dear }; 7",
                "{ a: dear b: dear }; 14",
                "mutation { change { name } }; 10",
                "{ items { __typename } }; 1",
                "{ items { nodes { name } } }; 51",
                "{ items(first: 10) { nodes { name } } }; 11",
                "{ items(first: null) { nodes { name } } }; 51",
                "{ items(first: 10) { edges { node { name } } } }; 11",
                "{ items(first: 10) { nodes { other { name } } edges { node { name } } } }; 31",
                "{ items(first: 10) { nodes { parts { name } } } }; 211",
                "{ items(first: 10) { nodes { parts { other { parts { name } } } } } }; 4411",
                "{ items(first: 10) { ...F } } fragment F on Items { nodes { ...G } ... { nodes { name } } } fragment G on Item { name }; 21",
                "{ items(first: -5) { nodes { name } } }; 2",
                "{ dear @skip(if: true) items(first: 1) @include(if: true) { nodes { name } } }; 2",
                "{ ... @include(if: false) { dear } ...F @skip(if: false) } fragment F on Query { dear }; 7",
                "{ found(in: 3) { name } }; 1",
                "{ found(search: \"a\") { name } }; 51",
                "{ found(search: null) { name } }; 1",
                "{ a: found(search: \"a\") { name } b: found(search: \"b\") { name } }; 102",
                "{ __schema { types { name fields { name } } } }; 100",
                "{ __type(name: \"Item\") { fields { type { name } } } }; 10"
            })
    void isWeightsTimesSizes(String document, long cost) {
        assertThat(cost(document, Map.of())).isEqualTo(cost);
    }

    @Test
    void variablesAreHonoured() {
        var document =
                "query($n: Int = 5, $more: Boolean = false) { items(first: $n) { nodes { name other @include(if: $more) { name } } } }";
        var nothing = new HashMap<String, Object>();
        nothing.put("n", null);

        assertThat(cost(document, Map.of())).isEqualTo(6);
        assertThat(cost(document, Map.of("n", 10))).isEqualTo(11);
        assertThat(cost(document, Map.of("n", 10, "more", true))).isEqualTo(21);
        assertThat(cost(document, nothing)).isEqualTo(51);
        assertThat(cost(document, Map.of("n", "ten")))
                .as("what is wrong with it, the engine says")
                .isEqualTo(51);
        assertThat(cost("query($n: Int) { items(first: $n) { nodes { name } } }", Map.of()))
                .isEqualTo(51);
    }

    @Test
    void anArgumentCostsWhenAVariableGivesIt() {
        var nothing = new HashMap<String, Object>();
        nothing.put("s", null);

        assertThat(cost("query($s: String) { found(search: $s) { name } }", Map.of()))
                .isEqualTo(1);
        assertThat(cost("query($s: String) { found(search: $s) { name } }", nothing))
                .isEqualTo(1);
        assertThat(cost("query($s: String) { found(search: $s) { name } }", Map.of("s", "a")))
                .isEqualTo(51);
        assertThat(cost("query($s: String = \"a\") { found(search: $s) { name } }", Map.of()))
                .isEqualTo(51);
    }

    @Test
    void whatIsAskedOfTheSchemaIsCounted() {
        var types = IntStream.range(0, 45)
                .mapToObj(i -> "a" + i + ": fields { type { name } } ")
                .collect(Collectors.joining());
        long ofAll = cost("{ __schema { types { " + types + " } } }", Map.of());
        long ofOne = cost("{ __type(name: \"__Type\") { " + types + " } }", Map.of());

        assertThat(ofOne).isGreaterThan(10);
        assertThat(ofAll).isGreaterThan(100);
        assertThat(cost("query($t: String!) { __type(name: $t) { " + types + " } }", Map.of("t", "Item")))
                .as("as if it were the largest")
                .isEqualTo(ofOne);
    }

    @Test
    void aPageHasALargestSize() {
        for (var first :
                new Object[] {201, Long.MAX_VALUE, Double.MAX_VALUE, new java.math.BigInteger("9".repeat(300))}) {
            assertThatThrownBy(() -> cost("query($n: Int) { items(first: $n) { __typename } }", Map.of("n", first)))
                    .isInstanceOfSatisfying(
                            ParleyException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED))
                    .hasMessageContaining("\"first\"")
                    .hasMessageContaining("allowed: 200");
        }
    }

    @Test
    void growsNoFurtherThanNumbersDo() {
        var deep = "parts { ".repeat(12) + "name" + " }".repeat(12);

        assertThat(cost("{ items(first: 200) { nodes { " + deep.substring(8) + " } }", Map.of()))
                .isGreaterThan(1L << 45);
    }

    private long cost(String text, Map<String, Object> variables) {
        var document = documents.of(text);
        if (document.refusal() != null) {
            throw document.refusal();
        }
        assertThat(document.entry().getErrors()).isNullOrEmpty();
        return document.operation(null).orElseThrow().cost().cost(variables);
    }
}
