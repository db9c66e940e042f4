package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What tests may not do, since it makes them depend on each other. */
class TestSourcesTest {

    private static final Path TESTS = Path.of("src", "test", "java", "dev", "parley");

    /** The demo's clients are everybody's: a test writes to a client of its own, see OwnClient. */
    @Test
    void noTestUsesTheClientsOfTheSharedServer() throws IOException {
        assertThat(
                        mentioning(
                                "parley\\s*\\.world\\(\\)\\s*\\.(client|user|member)|(?i:parley)\\s*\\.shared\\(\\)\\s*\\.world\\(\\)"))
                .isEmpty();
    }

    private static List<Path> mentioning(String pattern) throws IOException {
        var forbidden = Pattern.compile(pattern);
        try (var files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            !file.startsWith(TESTS.resolve("testing")) && !file.endsWith("TestSourcesTest.java"))
                    .filter(file -> forbidden.matcher(read(file)).find())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
