package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Vaadin takes from npm to build the panel, or puts into it. Maven's check of licences does not see it. */
class NpmLicencesTest {

    /** CC-BY-4.0 is a table of browsers, MPL-2.0 and Python-2.0 are tools of the build: none is sent to browsers. */
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BlueOak-1.0.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC-BY-4.0",
            "ISC",
            "MIT",
            "MPL-2.0",
            "Python-2.0");

    @Test
    void areOnTheList() throws Exception {
        var lock = JsonMapper.shared().readTree(Files.readString(Path.of("package-lock.json")));
        var refused = new TreeMap<String, String>();
        for (Map.Entry<String, JsonNode> found : lock.path("packages").properties()) {
            var licence = found.getValue().path("license").asString("none");
            boolean isOurs = found.getKey().isEmpty();
            if (!isOurs
                    && Arrays.stream(licence.replaceAll("[()]", "").split(" OR "))
                            .noneMatch(ALLOWED::contains)) {
                refused.put(found.getKey(), licence);
            }
        }
        assertThat(lock.path("packages").size()).isGreaterThan(100);
        assertThat(refused).isEmpty();
    }
}
