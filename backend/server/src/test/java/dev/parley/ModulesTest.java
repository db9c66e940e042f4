package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which module of ours may put which other one on its production class path. */
class ModulesTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(parley-[a-z-]+)</artifactId>");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "schema; ''",
                "backend/elevenlabs-client; ''",
                "backend/sandbox; ''",
                "backend/server; parley-schema parley-elevenlabs-client",
                "backend/benchmark; parley-schema parley-sandbox parley-elevenlabs-client parley-server",
                "admin-ui; ''"
            })
    void knowsOnly(String module, String allowed) throws Exception {
        var pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
        var known = new TreeSet<String>();
        DEPENDENCY.matcher(pom).results().map(match -> match.group(1)).forEach(dependency -> {
            var artifact = ARTIFACT.matcher(dependency);
            if (artifact.find() && !dependency.contains("<scope>test</scope>")) {
                known.add(artifact.group(1));
            }
        });

        assertThat(known).isEqualTo(new TreeSet<>(allowed.isEmpty() ? Set.of() : Set.of(allowed.split(" "))));
    }
}
