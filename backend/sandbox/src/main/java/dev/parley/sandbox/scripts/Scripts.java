package dev.parley.sandbox.scripts;

import dev.parley.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that were written: the files {@code <feature>/<name>.json} beside the template. A feature adds a folder of its own; a
 * name stands in one folder only.
 */
public final class Scripts {

    private static final String FOLDER = "dev/parley/sandbox/scripts";

    private static final Map<String, Script> BY_NAME = read();

    private Scripts() {}

    /** In the order of their names. */
    public static List<Script> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** In the order of their names. */
    public static List<Script> in(String language) {
        return all().stream()
                .filter(script -> script.language().equals(language))
                .toList();
    }

    /** @param name of its file, for example ru-03-two-emails */
    public static Script named(String name) {
        var script = BY_NAME.get(name);
        if (script == null) {
            throw new IllegalArgumentException("No script " + name);
        }
        return script;
    }

    private static Map<String, Script> read() {
        try {
            var home = Path.of(Scripts.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return read(home.resolve(FOLDER));
            }
            try (var jar = FileSystems.newFileSystem(home)) {
                return read(jar.getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The scripts cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException when two features have a script of one name */
    static Map<String, Script> read(Path folder) throws IOException {
        var scripts = new TreeMap<String, Script>();
        try (var files = Files.find(folder, 2, (file, attributes) -> isScript(folder, file))) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString().replaceFirst("\\.json$", "");
                if (scripts.put(name, Json.MAPPER.readValue(Files.readAllBytes(file), Script.class)) != null) {
                    throw new IllegalStateException("Two scripts are called " + name);
                }
            }
        }
        return scripts;
    }

    private static boolean isScript(Path folder, Path file) {
        return folder.relativize(file).getNameCount() == 2 && file.toString().endsWith(".json");
    }
}
