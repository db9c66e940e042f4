package dev.parley.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaVersionTest {

    @Test
    void isTheNewestMigration() throws IOException {
        try (var files = Files.list(Path.of("migrations"))) {
            var newest = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("V"))
                    .map(name -> name.substring(1, name.indexOf("__")))
                    .max(String::compareTo);
            assertThat(newest).contains(SchemaVersion.CURRENT);
        }
    }
}
