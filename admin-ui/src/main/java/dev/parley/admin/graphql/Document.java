package dev.parley.admin.graphql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A GraphQL operation, kept in a file of its own beside the class that sends it. */
public record Document(String text) {

    /** @throws IllegalStateException when the file is not there */
    public static Document beside(Class<?> owner, String file) {
        try (var stream = owner.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("No operation " + file + " beside " + owner.getName());
            }
            return new Document(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
