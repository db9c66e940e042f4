package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.StartException;
import dev.parley.graphql.BatchedField;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the first request would stumble over stops the start, and the message says what it is. */
class UnreadableSchemaTest {

    /** Shows the type A, and has no property of that name. */
    public record Known(String text, Inner inner, List<Inner> inners) {}

    /** Behind a getter of {@link Known}. */
    public record Inner(String text) {}

    private static final Map<String, Class<?>> TYPES = Map.of("A", Known.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type A { nothing: Int } | A.nothing has neither a BatchedField nor a getter",
                "type A { text(upper: Boolean): String } | A.text has arguments, which take a BatchedField",
                "type A { batched(upper: Boolean): String } | A.batched has arguments that its BatchedField does not take",
                "type A { text: String inner: B } type B { nothing: Int } | B.nothing has neither",
                "type A { inners: [B!] @listSize(assumedSize: 1) } type B { nothing: Int } | B.nothing has neither",
                "type A { batched: B } type B { text: String } | B.text is of a type that no class is known of",
                "type A { text: String other: I } interface I { text: String } type B implements I { text: String }"
                        + " | I may be a B, of which no class is known",
                "type A { text: String other: U } union U = A | C.missing is batched, but not in the schema",
            })
    void aFieldThatCannotBeRead(String sdl, String message) {
        var batched = new BatchedField<Known, Known, String>(
                message.startsWith("C") ? "C" : "A",
                message.startsWith("C") ? "missing" : "batched",
                known -> known,
                (transaction, keys) -> Map.of());

        assertThatThrownBy(() -> FieldResolvers.bind(schema(sdl), List.of(batched), TYPES))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFieldOfAnInterfaceIsBatchedForItsTypes() {
        var schema = schema(
                "interface I { more(first: Int!): Int } type A implements I { text: String more(first: Int!): Int }");
        var more = new BatchedField<Known, Known, Integer>(
                "I", "more", known -> known, (transaction, keys, arguments) -> Map.of());

        assertThatCode(() -> FieldResolvers.bind(schema, List.of(more), TYPES)).doesNotThrowAnyException();
        assertThatThrownBy(() -> FieldResolvers.bind(schema, List.of(more, more), TYPES))
                .hasMessageContaining("A.more is batched twice");
    }

    @Test
    void twoTypesThatOneClassShows() {
        var schema = schema("type A { text: String } type B { text: String } union U = A | B");

        assertThatThrownBy(() -> FieldResolvers.bind(schema, List.of(), Map.of("A", Inner.class, "B", Inner.class)))
                .hasMessageContaining("U has two types that class " + Inner.class.getName() + " shows");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type A { list: [A!] } | [A.list]: lists of objects without @listSize",
                "interface I { list: [A!] } type A { text: String } | [I.list]: lists of objects without @listSize",
                "type A { list(first: Int): [A!] @listSize(slicingArguments: [\"first\"]) } | A.list: slicingArguments",
                "type A { list(first: Int = 3): [A!] @listSize(slicingArguments: [\"size\"]) } | A.list: slicingArguments",
                "type A { list(first: Float = 3): [A!] @listSize(slicingArguments: [\"first\"]) } | A.list: slicingArguments",
                "type A { list(first: Int = 3, last: Int = 3): [A!] @listSize(slicingArguments: [\"first\", \"last\"]) }"
                        + " | A.list: slicingArguments",
            })
    void aListWhoseCostNobodyKnows(String sdl, String message) {
        assertThatThrownBy(() -> CostDirectives.requireSizes(schema(sdl)))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "f: Int | f: Int @cost(weight: \"2\")",
                "f: Int @requiresRole(role: ADMIN) | f: Int",
                "f: Int @requiresRole(role: ADMIN) | f: Int @requiresRole(role: ADMIN, onlyPeople: true)",
                "f: [A!] @listSize(assumedSize: 2) | f: [A!] @listSize(assumedSize: 3)",
                "f(x: Int @cost(weight: \"2\")): Int | f(x: Int @cost(weight: \"3\")): Int",
            })
    void aTypeWithOtherRulesThanItsInterface(String ofInterface, String ofType) {
        var sdl = "interface I { %s } type A implements I { %s }";

        assertThatThrownBy(() -> Interfaces.requireSameRules(schema(sdl.formatted(ofInterface, ofType))))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("A.f has another")
                .hasMessageContaining("than I.f");
        assertThatCode(() -> Interfaces.requireSameRules(schema(sdl.formatted(ofType, ofType))))
                .doesNotThrowAnyException();
    }

    @Test
    void aRootFieldForNobodyKnowsWhom() {
        assertThatThrownBy(() -> Rights.guard(schema("")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("Query.q has no @requiresRole");
        assertThatThrownBy(() -> Rights.guard(schema("type Query { q: Int @requiresRole(role: VIEWER) }")))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("Query.q is answered by no API method and no StreamField");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type A { text: String } | tried to redefine existing 'A' type",
                "type B { text | Invalid syntax",
            })
    void sdlThatDoesNotFit(String sdl, String message) {
        var registry = new SchemaParser().parse("type A { text: String }");

        assertThatThrownBy(() -> SchemaAssembly.add(registry, () -> sdl))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("The SDL of " + UnreadableSchemaTest.class.getName())
                .hasMessageContaining(message);
    }

    private static GraphQLSchema schema(String sdl) {
        var wiring = RuntimeWiring.newRuntimeWiring();
        for (var name : List.of("I", "U")) {
            if (sdl.contains("interface " + name) || sdl.contains("union " + name)) {
                wiring.type(TypeRuntimeWiring.newTypeWiring(name).typeResolver(environment -> null));
            }
        }
        return new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser()
                                .parse((sdl.contains("type Query") ? "" : "type Query { q: Int } ")
                                        + "enum Role { ADMIN VIEWER } "
                                        + sdl
                                        + CostDirectives.SDL
                                        + RequiredRole.SDL),
                        wiring.build());
    }
}
