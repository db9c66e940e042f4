package dev.parley.graphql.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.graphql.JsonText;
import dev.parley.graphql.Upload;
import io.helidon.microprofile.graphql.server.HelidonSchema;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/**
 * Tells Helidon's generator of our scalars. On every node: where nothing is served, too, Helidon generates a schema of its own at
 * the start, and cannot do so with the classes that these scalars stand for.
 */
@ApplicationScoped
class GeneratorScalars {

    /** Helidon formats anything called DateTime by itself; under another name it leaves the scalar alone. */
    static final String DATE_TIME = "InstantDateTime";

    /** Helidon generates at 1009. */
    private static final int BEFORE_HELIDON_GENERATES = 400;

    void register(@Observes @Priority(BEFORE_HELIDON_GENERATES) @Initialized(ApplicationScoped.class) Object started) {
        register();
    }

    static void register() {
        HelidonSchema.scalar(Instant.class, Scalars.DATE_TIME.transform(scalar -> scalar.name(DATE_TIME)));
        HelidonSchema.scalar(JsonNode.class, Scalars.JSON);
        HelidonSchema.scalar(JsonText.class, Scalars.JSON);
        HelidonSchema.scalar(Upload.class, Scalars.UPLOAD);
    }
}
