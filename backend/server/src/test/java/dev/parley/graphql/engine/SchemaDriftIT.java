package dev.parley.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Parley;
import graphql.schema.idl.SchemaPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract is the committed file: a change of the served schema shows up as a diff of it. */
class SchemaDriftIT {

    private static final Path COMMITTED = Path.of("..", "..", "schema", "graphql", "schema.graphql");

    @Test
    void theServedSchemaIsTheCommittedOne() throws IOException {
        Parley.shared();
        var schema = ProductSchema.assemble();
        var served = new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeScalarTypes(true)
                        .includeSchemaDefinition(true)
                        .includeDirectiveDefinition(
                                name -> Set.of(CostDirectives.COST, CostDirectives.LIST_SIZE, RequiredRole.DIRECTIVE)
                                        .contains(name)))
                .print(schema)
                .replace("onlyPeople : false, ", "") // defaults, which the printer writes out
                .replace(", withoutClient : false", "");
        if (Boolean.getBoolean("parley.sdl.update")) {
            Files.writeString(COMMITTED, served);
        }

        assertThat(Files.readString(COMMITTED))
                .as("run ./parley sdl and look at the diff of %s", COMMITTED)
                .isEqualTo(served);
    }
}
