package dev.parley.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each feature decided about the database: a folder each, see decisions/README.md. */
final class DecisionFiles {

    /** Each list, with the header that it begins with. */
    private static final Map<String, String> LISTS = Map.of(
            "relations.csv",
            "relation;" + String.join(";", Decisions.ROLES) + ";across",
            "functions.csv",
            "function;runs as;callers",
            "policies.csv",
            "relation;policy;part;conjunct;without it",
            "probes.csv",
            "relation;role;member;probe;expected;sql",
            "readers.csv",
            "relation;class;reason");

    private static final List<String> SCRIPTS = List.of("rows.sql", "probe-rows.sql");

    static final DecisionFiles OURS = new DecisionFiles(Path.of("src/test/resources/decisions"));

    private final Path folder;
    private final List<String> features;

    /** @throws IllegalStateException when there is a file that nobody would read */
    DecisionFiles(Path folder) {
        this.folder = folder;
        this.features =
                names(folder).stream().filter(name -> !name.equals("README.md")).toList();
        for (var feature : features) {
            for (var name : Files.isDirectory(folder.resolve(feature)) ? names(folder.resolve(feature)) : List.of("")) {
                if (!LISTS.containsKey(name) && !SCRIPTS.contains(name)) {
                    throw new IllegalStateException("Nobody reads %s: see README.md"
                            .formatted(folder.resolve(feature).resolve(name)));
                }
            }
        }
    }

    /** In alphabetical order. */
    List<String> features() {
        return features;
    }

    Path path(String feature, String file) {
        return folder.resolve(feature).resolve(file);
    }

    /** Empty when the feature has none. */
    String script(String feature, String file) {
        return read(path(feature, file));
    }

    /**
     * The rows of one kind of list, of all features together.
     *
     * @param keyCells how many cells of a row make up its name, which no other row may have
     * @return feature and cells by name
     * @throws IllegalStateException for a row that is no row of such a list, or that is there twice
     */
    Map<String, Row> rows(String file, int keyCells) {
        var rows = new LinkedHashMap<String, Row>();
        for (var feature : features) {
            for (var row : rowsOf(feature, file)) {
                var name = String.join(" ", row.cells().subList(0, keyCells));
                var other = rows.put(name, row);
                if (other != null) {
                    throw new IllegalStateException(
                            "%s is in %s of %s and of %s".formatted(name, file, other.feature(), feature));
                }
            }
        }
        return rows;
    }

    /** @param cells as many as the header has */
    record Row(String feature, List<String> cells) {

        String cell(int index) {
            return cells.get(index);
        }
    }

    /** With which a list of this name begins. */
    static String header(String file) {
        return LISTS.get(file);
    }

    private List<Row> rowsOf(String feature, String file) {
        var lines = read(path(feature, file)).lines().toList();
        var rows = new ArrayList<Row>();
        if (!lines.isEmpty() && !lines.getFirst().equals(header(file))) {
            throw new IllegalStateException("%s must begin with: %s".formatted(path(feature, file), header(file)));
        }
        for (var line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            var cells = Arrays.asList(line.split(";", -1));
            if (cells.size() != header(file).split(";").length) {
                throw new IllegalStateException("%s: not a row: %s".formatted(path(feature, file), line));
            }
            rows.add(new Row(feature, cells));
        }
        return rows;
    }

    private static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
