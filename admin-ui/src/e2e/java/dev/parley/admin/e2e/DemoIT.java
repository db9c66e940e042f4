package dev.parley.admin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a demo leaves on the disk. */
class DemoIT {

    /** PostgreSQL may run as another user, who passes through these two to its own folder. */
    private static final List<String> PASSAGES = List.of("", "postgres");

    @Test
    void nobodyElseCanReadWhatItKeeps() throws IOException {
        var home = Demo.file().toAbsolutePath().getParent();
        var open = new TreeMap<String, String>();
        try (var paths = Files.walk(home, 2)) {
            for (var path : (Iterable<Path>) paths.filter(path -> !Files.isSymbolicLink(path))::iterator) {
                var name = home.relativize(path).toString();
                var others = PosixFilePermissions.toString(Files.getPosixFilePermissions(path))
                        .substring(3);
                if (!others.equals("------") && !(PASSAGES.contains(name) && others.equals("--x--x"))) {
                    open.put(name, others);
                }
            }
        }

        assertThat(home.resolve("logs/server.log")).exists();
        assertThat(open).isEqualTo(Map.of());
    }

    @Test
    void thePanelHasNoSecretsOfTheServer() throws IOException {
        assertThat(settings("server"))
                .contains("DATABASE_URL", "PARLEY_MASTER_KEY")
                .doesNotContain("DIRECT_URL");
        assertThat(settings("panel"))
                .contains("PARLEY_PANEL_KEY")
                .doesNotContain("DIRECT_URL", "DATABASE_URL", "JOBS_DATABASE_URL", "PARLEY_MASTER_KEY")
                .doesNotContain("SUPABASE_SERVICE_ROLE_KEY");
    }

    /** What a running program was given. */
    private static List<String> settings(String program) throws IOException {
        var run = Demo.file().toAbsolutePath().resolveSibling("run").resolve(program + ".pid");
        var pid = Files.readString(run).split(" ")[0];
        return Files.readString(Path.of("/proc", pid, "environ"))
                .lines()
                .flatMap(line -> Stream.of(line.split("\0")))
                .map(setting -> setting.split("=")[0])
                .toList();
    }
}
