package dev.parley.sandbox.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * All that were written: the files {@code <language>/<name>.md}, each with category and tags in its first lines. The second
 * version of one, if it has one, is {@code <name>.2.md}.
 */
public final class DemoDocuments {

    private static final String FOLDER = "dev/parley/sandbox/documents";
    private static final Pattern FILE =
            Pattern.compile("---\ncategory: (?<category>.+)\ntags: (?<tags>.+)\n---\n(?<content>.+)", Pattern.DOTALL);
    private static final String SECOND = ".2.md";

    private DemoDocuments() {}

    /** In the order of their names. */
    public static List<DemoDocument> in(String language) {
        try {
            var home = Path.of(DemoDocuments.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return read(home.resolve(FOLDER).resolve(language));
            }
            try (var jar = FileSystems.newFileSystem(home)) {
                return read(jar.getPath(FOLDER, language));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The documents cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<DemoDocument> read(Path folder) throws IOException {
        var documents = new ArrayList<DemoDocument>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                if (!file.toString().endsWith(SECOND)) {
                    documents.add(document(file));
                }
            }
        }
        return List.copyOf(documents);
    }

    private static DemoDocument document(Path file) throws IOException {
        var name = file.getFileName().toString().replaceFirst("\\.md$", "");
        var first = FILE.matcher(Files.readString(file));
        if (!first.matches()) {
            throw new IllegalStateException("No category and tags at the start of " + file);
        }
        var contents = new ArrayList<>(List.of(first.group("content")));
        var second = file.resolveSibling(name + SECOND);
        if (Files.exists(second)) {
            contents.add(Files.readString(second).replaceFirst("(?s)^---\n.+?\n---\n", ""));
        }
        var language = file.getParent().getFileName().toString();
        return new DemoDocument(
                name,
                language,
                first.group("category"),
                List.of(first.group("tags").split(", ")),
                contents);
    }
}
