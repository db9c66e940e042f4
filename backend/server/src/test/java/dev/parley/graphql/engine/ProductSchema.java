package dev.parley.graphql.engine;

import dev.parley.graphql.SchemaPart;
import graphql.schema.GraphQLSchema;
import io.helidon.microprofile.graphql.server.GraphQlCdiExtension;
import jakarta.enterprise.inject.spi.CDI;

/** The schema without what only tests have. The shared server must run. */
final class ProductSchema {

    private ProductSchema() {}

    static GraphQLSchema assemble() {
        var parts = CDI.current().select(SchemaPart.class).stream()
                .filter(part -> !(part instanceof LibraryPart))
                .toList();
        return SchemaAssembly.assemble(
                CDI.current().getBeanManager().getExtension(GraphQlCdiExtension.class), parts, new Sharing());
    }
}
