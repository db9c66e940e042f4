package dev.parley.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The npm packages that tests use, installed when they are not. */
public final class NodePackages {

    private static final Path FOLDER = Path.of("src", "test", "node");

    private NodePackages() {}

    /** @return where programs find them */
    public static synchronized Path folder() throws IOException, InterruptedException {
        if (Files.notExists(FOLDER.resolve("node_modules/.package-lock.json"))) {
            var install = new ProcessBuilder("npm", "ci", "--ignore-scripts")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(install.getInputStream().readAllBytes());
            if (install.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        }
        return FOLDER;
    }
}
