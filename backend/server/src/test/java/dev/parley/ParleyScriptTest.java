package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The entry script, with a Maven that only writes down how it was called. */
class ParleyScriptTest {

    private static final String MAVEN =
            """
            #!/bin/sh
            echo "$MAVEN_OPTS $*" >>"%s"
            [ "$1" = --version ] && echo "Apache Maven 3.9.9" && exit 0
            exit 1
            """;

    @TempDir
    private Path copy;

    @Test
    void mavenIsToldToKeepToItselfWhatLooksLikeAFault() throws Exception {
        Files.copy(Path.of("../../parley"), copy.resolve("parley"));
        Files.createFile(copy.resolve("pom.xml"));
        for (var folder : new String[] {"schema", "backend", "admin-ui", "bin"}) {
            Files.createDirectory(copy.resolve(folder));
        }
        program("mvn", MAVEN.formatted(copy.resolve("calls")));
        program("npm", "#!/bin/sh\n");

        var script = new ProcessBuilder("bash", "parley", "migrate").directory(copy.toFile());
        script.environment().put("PATH", copy.resolve("bin") + ":" + System.getenv("PATH"));
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        script.environment().put("DIRECT_URL", "postgresql://nobody@127.0.0.1:1/none");
        script.environment().remove("MAVEN_OPTS");
        var output = script.redirectErrorStream(true)
                .redirectOutput(copy.resolve("output").toFile())
                .start();

        assertThat(output.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(copy.resolve("output")).content().contains("the build failed");
        assertThat(Files.readAllLines(copy.resolve("calls")))
                .hasSizeGreaterThan(1)
                .allSatisfy(call -> {
                    assertThat(call).contains("-Djansi.noreset=true");
                    assertThat(call.contains("--sun-misc-unsafe-memory-access=allow"))
                            .isEqualTo(Runtime.version().feature() >= 24);
                })
                .last()
                .asString()
                .contains("-Dstyle.color=never")
                .contains(" package");
    }

    @Test
    void aMissingPrerequisiteIsNamedAndCounted() throws Exception {
        Files.copy(Path.of("../../parley"), copy.resolve("parley"));
        Files.createDirectory(copy.resolve("bin"));
        for (var name : "awk dirname find grep id mkdir rm readlink sed sort".split(" ")) {
            program(name, "#!/bin/sh\nPATH=/usr/bin:/bin exec %s \"$@\"\n".formatted(name));
        }

        var script = new ProcessBuilder("/bin/bash", "parley", "test").directory(copy.toFile());
        script.environment().put("PATH", copy.resolve("bin").toString());
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var running = script.redirectErrorStream(true)
                .redirectOutput(copy.resolve("output").toFile())
                .start();

        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).isNotZero();
        assertThat(Files.readAllLines(copy.resolve("output")))
                .contains("parley: please install maven with your package manager, then run this again")
                .last()
                .isEqualTo("0 passed, 1 failed");
    }

    /** What was installed once would hide for ever what a build forgets to make. */
    @Test
    void nothingInstallsOurModules() throws IOException {
        for (var file :
                new String[] {"parley", ".ci/run", ".github/workflows/ci.yml", ".github/workflows/nightly.yml"}) {
            assertThat(Files.readString(Path.of("../..", file)))
                    .as(file)
                    .doesNotContainPattern("(?m)^[^#]*\\b(mvn|maven)\\b.*\\binstall\\b(?!_)");
        }
    }

    private void program(String name, String text) throws IOException {
        var file = Files.writeString(copy.resolve("bin").resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
