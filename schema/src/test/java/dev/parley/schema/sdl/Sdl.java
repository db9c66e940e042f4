package dev.parley.schema.sdl;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The committed files. */
final class Sdl {

    static final Path SERVED = Path.of("graphql", "schema.graphql");
    static final Path ACCEPTED = Path.of("graphql", "accepted.graphql");
    static final Path WANTED = Path.of("graphql", "breaking-changes.csv");

    private Sdl() {}

    static GraphQLSchema parse(String sdl) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
