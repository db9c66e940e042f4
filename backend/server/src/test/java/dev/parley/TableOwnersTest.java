package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SQL on a table stands in the package that owns it: the one named as the folder of the schema's decisions that has the table.
 * Whoever else needs the rows asks that package. Those who do not are in readers.csv of that folder, each with a reason.
 */
class TableOwnersTest {

    private static final Path DECISIONS = Path.of("..", "..", "schema", "src", "test", "resources", "decisions");
    private static final Path PRODUCT = Path.of("src", "main", "java", "dev", "parley");

    /** Comments and characters, which may have quotes in them; text blocks; strings; what joins two of them. */
    private static final Pattern TOKEN = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*+|'(?:\\\\.|[^'\\\\])'|\"\"\"(.*?)\"\"\"|\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^\\s+])",
            Pattern.DOTALL);

    /** A table's name where SQL has one: after such a word, or further on in a list after from. */
    private static final String SQL_ON =
            "(?i)\\b(?:from|join|into|update|only|using|table)\\s+(?:[\\w.]+(?:\\s+\\w+)?,\\s*)*+(?:public\\.|private\\.)?%s\\b";

    @Test
    void sqlOnATableStandsInItsPackage() throws IOException {
        assertThat(strangers())
                .isEqualTo(new TreeSet<>(list("readers.csv").values().stream()
                        .flatMap(List::stream)
                        .map(row -> row[0] + " in " + row[1])
                        .toList()));
    }

    @Test
    void everyExceptionHasAReason() throws IOException {
        assertThat(list("readers.csv").values().stream().flatMap(List::stream))
                .allSatisfy(row -> assertThat(row[2]).as(row[1]).hasSizeGreaterThan(20));
    }

    /** Or a table would have an owner that is nowhere. */
    @Test
    void everyOwnerIsAPackage() throws IOException {
        assertThat(list("relations.csv").keySet())
                .allSatisfy(owner -> assertThat(PRODUCT.resolve(owner)).isDirectory());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = \"select 1 from leads where\";",
                "x = \"select 1\" + \" from \"\n    + \"leads\";",
                "x = \"select 1 from clients c, leads l where\";",
                "x = \"\"\"\n  insert into public.leads (id)\n \"\"\";",
                "x = \"update Leads set\";",
                "x = \"delete from only leads\";",
                "/* a */ x = '\"'; y = \"join leads l on\";",
                "@Table(name = \"leads\") class Lead"
            })
    void findsSqlOnATable(String source) {
        assertThat(new Source("here", source).isOn("leads")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = \"select leads from figures\";",
                "x = \"select 1 from leads_old\";",
                "// nothing comes \"from leads\" here",
                "/* \"from leads\" */ x = '\"';",
                "x(\"from \", \"leads\");"
            })
    void findsItNowhereElse(String source) {
        assertThat(new Source("here", source).isOn("leads")).isFalse();
    }

    /** For example {@code public.leads in dev.parley.sync.Runs}. */
    private static TreeSet<String> strangers() throws IOException {
        var found = new TreeSet<String>();
        var sources = sources();
        list("relations.csv")
                .forEach((owner, rows) -> rows.forEach(row -> sources.stream()
                        .filter(source -> !source.name().startsWith("dev.parley." + owner + "."))
                        .filter(source -> source.isOn(row[0].substring(row[0].indexOf('.') + 1)))
                        .forEach(source -> found.add(row[0] + " in " + source.name()))));
        return found;
    }

    /** A class, with what stands in its quotes; strings that are joined with + are one text. */
    private record Source(String name, String text, String quoted) {

        Source(String name, String text) {
            this(name, text, quoted(text));
        }

        boolean isOn(String table) {
            var name = Pattern.quote(table);
            return Pattern.compile(SQL_ON.formatted(name)).matcher(quoted).find()
                    || text.contains("@Table(name = \"%s\"".formatted(table));
        }

        private static String quoted(String source) {
            var texts = new StringBuilder();
            TOKEN.matcher(source).results().forEach(token -> {
                if (token.group(1) != null || token.group(2) != null) {
                    texts.append(token.group(1) == null ? token.group(2) : token.group(1));
                } else if (token.group(3) != null && texts.length() > 0 && texts.charAt(texts.length() - 1) != '\0') {
                    texts.append('\0');
                }
            });
            return texts.toString();
        }
    }

    private static List<Source> sources() throws IOException {
        try (var files = Files.walk(PRODUCT)) {
            var sources = new ArrayList<Source>();
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                var name = PRODUCT.relativize(file).toString().replace('/', '.').replaceFirst("\\.java$", "");
                sources.add(new Source("dev.parley." + name, Files.readString(file)));
            }
            return sources;
        }
    }

    @Test
    void noSqlStandsInFilesThatThisTestDoesNotRead() throws IOException {
        try (var files = Files.walk(Path.of("src", "main"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".sql"))).isEmpty();
        }
    }

    /** The rows of one kind of list, by the folder that they stand in. */
    private static Map<String, List<String[]>> list(String name) throws IOException {
        var lists = new TreeMap<String, List<String[]>>();
        try (var folders = Files.list(DECISIONS)) {
            for (var folder : folders.toList()) {
                var file = folder.resolve(name);
                if (Files.exists(file)) {
                    lists.put(
                            folder.getFileName().toString(),
                            Files.readAllLines(file).stream()
                                    .skip(1)
                                    .map(line -> line.split(";"))
                                    .toList());
                }
            }
        }
        return lists;
    }
}
