package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    private static final GraphQLSchema SCHEMA = UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser()
                    .parse(
                            """
                            type Query { a(old: Int @deprecated(reason: "b"), new: Int): A, gone: Int @deprecated(reason: "a") }
                            type A { self: A, old: Int @deprecated(reason: "new"), new: Int }
                            """));

    private final Documents documents = new Documents(SCHEMA, true);

    @Test
    void whatIsGoingAwayIsNamedByItsCoordinatesPerOperation() {
        var document = documents.of(
                """
                query Modern { a(new: 1) { new __typename } __typename }
                query Old { a(old: 1) { self { ...More ...More } } gone }
                fragment More on A { ... on A { ... { old } } new }
                """);

        assertThat(document.entry().hasErrors()).isFalse();
        assertThat(document.operation("Modern").orElseThrow().deprecated()).isEmpty();
        assertThat(document.operation("Old").orElseThrow().deprecated())
                .containsExactly("A.old", "Query.a(old:)", "Query.gone");
        assertThat(document.operation(null)).isEmpty();
        assertThat(document.operation("Other")).isEmpty();
    }

    @Test
    void introspectionIsNotGoingAway() {
        var document = documents.of(
                "{ __schema { types { name fields { name isDeprecated } } } __type(name: \"A\") { name } }");

        assertThat(document.operation("").orElseThrow().deprecated()).isEmpty();
    }

    @Test
    void aDocumentWithErrorsHasNoOperation() {
        assertThat(documents.of("{ nothing }").operations()).isEmpty();
        assertThat(documents.of("{").operations()).isEmpty();
    }
}
