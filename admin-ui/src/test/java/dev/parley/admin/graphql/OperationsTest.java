package dev.parley.admin.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The panel asks only for what the published contract has. */
class OperationsTest {

    private static final Path RESOURCES = Path.of("src/main/resources/dev/parley/admin");

    static Stream<Path> operations() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            var found = files.filter(file -> file.toString().endsWith(".graphql"))
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(14);
            return found.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void fitsTheContract(Path file) throws IOException {
        var document = Parser.parse(Files.readString(file));

        var errors = new Validator().validateDocument(schema(), document, Locale.ENGLISH);

        assertThat(errors).isEmpty();
        assertThat(document.getDefinitions()).hasSize(1);
    }

    private static GraphQLSchema schema() throws IOException {
        try (var sdl = new InputStreamReader(
                OperationsTest.class.getResourceAsStream("/parley/graphql/schema.graphql"), StandardCharsets.UTF_8)) {
            return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
        }
    }
}
