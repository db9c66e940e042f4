package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The settings that are documented, those of the example, and those that are read are the same. */
class SettingsTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final List<String> SOURCES = List.of(
            "schema/src/main",
            "backend/server/src/main",
            "backend/elevenlabs-client/src/main",
            "admin-ui/src/main/java",
            "admin-ui/src/main/resources");

    /** A literal in Java or a name in the script. */
    private static final Pattern NAME = Pattern.compile(
            "\\b(?:(?:PARLEY|SUPABASE|NEXT_PUBLIC|ELEVENLABS|OPENAI|MP_JWT)(?:_[A-Z]+)+|(?:JOBS_)?DATABASE_URL|DIRECT_URL|JDK_JAVA_OPTIONS)\\b");

    private static final Pattern LITERAL = Pattern.compile("\"(" + NAME.pattern() + ")\"");
    /** Kinds of alerts are named like settings, after the service they are about. */
    private static final Pattern ALERT_KIND = Pattern.compile("new AlertKind\\(\\s*\"([A-Z_]+)\"");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+):");

    /** As MicroProfile Config spells what the environment has in capitals. */
    private static final Pattern DOTTED = Pattern.compile("\"((?:parley|mp\\.jwt)(?:\\.[a-z-]+)+)\", ?[A-Z]");

    /** Where the script names settings only to keep them from a program. */
    private static final Pattern KEPT_AWAY = Pattern.compile("(?ms)^declare -A NOT_FOR=\\(.*?^\\)");

    private static final Pattern DOCUMENTED_ROW = Pattern.compile("(?m)^\\| (`[^|]+`) \\|.*\\|$");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^([A-Z_]+)=$");

    /** It decides where a file of settings would be read. */
    private static final String NEVER_FROM_A_FILE = "PARLEY_HOME";

    @Test
    void whatIsReadIsDocumented() throws IOException {
        assertThat(read()).hasSizeGreaterThan(40).isEqualTo(documented());
    }

    @Test
    void theExampleHasAllThatIsDocumentedAndNoValues() throws IOException {
        var example = Files.readString(ROOT.resolve(".env.example"));

        assertThat(all(EXAMPLE, example)).isEqualTo(without(documented(), NEVER_FROM_A_FILE));
        assertThat(example.lines().filter(line -> !line.startsWith("#") && !line.isEmpty()))
                .allMatch(line -> EXAMPLE.matcher(line).matches());
    }

    private static Set<String> documented() throws IOException {
        var page = Files.readString(ROOT.resolve("backend/docs/configuration.md"));
        var names = new TreeSet<String>();
        DOCUMENTED_ROW.matcher(page).results().forEach(row -> names.addAll(all(NAME, row.group(1))));
        return names;
    }

    private static Set<String> read() throws IOException {
        var script = KEPT_AWAY.matcher(Files.readString(ROOT.resolve("parley")));
        var names = all(NAME, script.replaceFirst(""));
        names.removeIf(name -> name.startsWith("PARLEY_TEST_")); // CONTRIBUTING has them
        var kinds = new TreeSet<String>();
        for (var folder : SOURCES) {
            try (var files = Files.walk(ROOT.resolve(folder))) {
                for (var file : files.filter(SettingsTest::isSource).toList()) {
                    var text = Files.readString(file);
                    kinds.addAll(all(ALERT_KIND, text));
                    names.addAll(all(LITERAL, text));
                    names.addAll(all(PLACEHOLDER, text));
                    all(DOTTED, text)
                            .forEach(name ->
                                    names.add(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")));
                }
            }
        }
        names.removeAll(kinds);
        return names;
    }

    private static boolean isSource(Path file) {
        return file.toString().matches(".*\\.(java|properties|xml)");
    }

    private static Set<String> all(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }

    private static Set<String> without(Set<String> names, String... others) {
        assertThat(names).contains(others);
        var rest = new TreeSet<>(names);
        rest.removeAll(List.of(others));
        return rest;
    }
}
