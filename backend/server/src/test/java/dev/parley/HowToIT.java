package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.testing.ApiTokenMaker;
import dev.parley.testing.NodePackages;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of the how-tos do what the pages say. A language that is not on the machine is skipped, visibly. */
class HowToIT {

    private static final Path PAGES = Path.of("..", "docs", "how-to");
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- prints (.+?)(, while calls come in)? -->\\n```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("^```(sh|js|python)$", Pattern.MULTILINE);
    private static final Map<String, List<String>> RUN_BY =
            Map.of("sh", List.of("bash", "sh"), "js", List.of("node", "mjs"), "python", List.of("python3", "py"));

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);

    @TestFactory
    Stream<DynamicTest> everyExampleRuns() throws IOException {
        var token = ApiTokenMaker.make(client, "viewer").token();
        var tests = new ArrayList<DynamicTest>();
        for (var name : List.of("dashboards.md", "knowledge.md")) {
            tests.addAll(examples(name, token));
        }
        return tests.stream();
    }

    private List<DynamicTest> examples(String name, String token) throws IOException {
        var page = Files.readString(PAGES.resolve(name));
        var snippets = SNIPPET.matcher(page).results().toList();
        assertThat(snippets)
                .as("each example says what it prints")
                .hasSize((int) FENCE.matcher(page).results().count())
                .isNotEmpty();
        return snippets.stream()
                .map(snippet -> {
                    long line = page.substring(0, snippet.start()).lines().count() + 2;
                    return dynamicTest(
                            "%s line %d, %s".formatted(name, line, snippet.group(3)), () -> run(snippet, token));
                })
                .toList();
    }

    private void run(MatchResult snippet, String token) throws Exception {
        var by = RUN_BY.get(snippet.group(3));
        assumeTrue(isHere(by.getFirst()), by.getFirst() + " is not on this machine");
        // Beside the packages that the examples import.
        var file = Files.createTempFile(NodePackages.folder(), "example", "." + by.getLast());
        try {
            Files.writeString(file, snippet.group(4));
            var builder = new ProcessBuilder(by.getFirst(), file.getFileName().toString())
                    .directory(file.getParent().toFile())
                    .redirectErrorStream(true);
            builder.environment()
                    .putAll(Map.of(
                            "PARLEY_URL", parley.graphql().toString(),
                            "PARLEY_TOKEN", token,
                            "PARLEY_LOGIN", client.token("owner")));
            var output = output(builder.start(), snippet.group(2) != null);
            assertThat(output).containsPattern(snippet.group(1));
        } finally {
            Files.delete(file);
        }
    }

    private String output(Process process, boolean callsComeIn) throws Exception {
        try {
            for (int second = 0; !process.waitFor(1, TimeUnit.SECONDS); second++) {
                assertThat(second).as("seconds").isLessThan(60);
                if (callsComeIn) {
                    client.tell(client.call().user("Write to example" + second + "@example.com"));
                }
            }
            var output = new String(process.getInputStream().readAllBytes());
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean isHere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
