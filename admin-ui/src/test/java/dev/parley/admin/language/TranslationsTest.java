package dev.parley.admin.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.admin.feature.Features;
import java.io.FileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All texts of all folders that have some: both languages, none missing, none unused. */
class TranslationsTest {

    private static final Path RESOURCES = Path.of("src/main/resources/dev/parley/admin");
    private static final Path SOURCES = Path.of("src/main/java/dev/parley/admin");
    /** Where the texts are that no folder has for itself. */
    private static final String COMMON = "language";

    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z][\\w.]*)\"");
    private static final Pattern KEY = Pattern.compile(
            "(?:\\btext\\(|\\btextOr\\([^;]*?|Translations\\.get\\(\\w+, )\\s*(?:\\w+ \\? )?\"([a-z][\\w.]+)\"");
    private static final Pattern OTHERWISE = Pattern.compile("\\btext\\(\\w+ \\? \"[\\w.]+\" : \"([a-z][\\w.]+)\"");
    private static final Pattern CHOICE = Pattern.compile("Choice\\.of\\(\\s*\"([a-zA-Z.]+)\"");
    private static final Pattern CYRILLIC = Pattern.compile("[а-яА-Я]");

    @Test
    void bothLanguagesSayTheSameThings() {
        for (var folder : folders()) {
            assertThat(texts(folder, "ru").keySet())
                    .as(folder)
                    .isEqualTo(texts(folder, "en").keySet());
        }
        assertThat(folders()).contains(COMMON, "leads", "conversations");
    }

    @Test
    void nothingIsLeftInTheOtherLanguage() {
        for (var folder : folders()) {
            texts(folder, "ru").forEach((key, text) -> assertThat(text).as(key).containsPattern(CYRILLIC));
            texts(folder, "en").forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern(CYRILLIC));
        }
    }

    /** The folder of a key is found by its first word. */
    @Test
    void theTextsOfAFolderBeginWithItsName() {
        for (var folder : folders()) {
            var words = texts(folder, "en").keySet().stream()
                    .map(key -> key.split("\\.")[0])
                    .collect(Collectors.toSet());
            if (folder.equals(COMMON)) {
                assertThat(words).doesNotContainAnyElementsOf(folders());
            } else {
                assertThat(words).containsExactly(folder);
            }
        }
    }

    @Test
    void everyTextIsThere() {
        var missing = new TreeSet<String>();

        used(KEY)
                .filter(key -> key.endsWith(".")
                        ? all().keySet().stream().noneMatch(one -> one.startsWith(key))
                        : !all().containsKey(key))
                .forEach(missing::add);
        used(OTHERWISE).filter(key -> !all().containsKey(key)).forEach(missing::add);
        used(CHOICE)
                .flatMap(key -> Stream.of(key, key + ".any"))
                .filter(key -> !all().containsKey(key))
                .forEach(missing::add);
        titles().filter(key -> !all().containsKey(key)).forEach(missing::add);

        assertThat(used(KEY)).hasSizeGreaterThan(60);
        assertThat(missing).isEmpty();
    }

    /** An enum that says with {@link TextKey} where its texts are has one for each constant. */
    @Test
    void everyConstantHasItsText() {
        var enums = sources()
                .map(TranslationsTest::type)
                .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
                .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
                .distinct()
                .filter(type -> type.isAnnotationPresent(TextKey.class))
                .toList();

        assertThat(enums).hasSizeGreaterThan(10).allMatch(Class::isEnum);
        for (var type : enums) {
            for (var constant : type.getEnumConstants()) {
                assertThat(all()).containsKey(Texts.key((Enum<?>) constant));
            }
        }
    }

    @Test
    void noTextIsUnused() {
        var literals = used(LITERAL).collect(Collectors.toSet());
        var choices = used(CHOICE).map(key -> key + ".").toList();
        var enums = sources()
                .map(TranslationsTest::read)
                .flatMap(source -> Pattern.compile("@TextKey\\(\"([\\w.]+)\"\\)")
                        .matcher(source)
                        .results())
                .map(result -> result.group(1) + ".")
                .toList();
        var titles = titles().collect(Collectors.toSet());

        assertThat(all().keySet().stream()
                        .filter(key -> !literals.contains(key) && !titles.contains(key))
                        .filter(key ->
                                Stream.concat(choices.stream(), enums.stream()).noneMatch(key::startsWith))
                        .filter(key -> literals.stream()
                                .noneMatch(literal -> literal.endsWith(".") && key.startsWith(literal))))
                .isEmpty();
    }

    /** A feature's texts are its own: another one may be taken away. */
    @Test
    void nobodyUsesTheTextsOfAFeature() {
        var features = Features.load().all().stream()
                .map(feature -> folder(feature.getClass().getPackageName()))
                .collect(Collectors.toSet());
        var strange = new TreeSet<String>();
        sources().forEach(file -> {
            var own = file.getParent().getFileName().toString();
            Stream.of(KEY, OTHERWISE, CHOICE)
                    .flatMap(pattern -> pattern.matcher(read(file)).results())
                    .map(result -> result.group(1))
                    .filter(key -> features.contains(key.split("\\.")[0]) && !own.equals(key.split("\\.")[0]))
                    .forEach(key -> strange.add(own + ": " + key));
        });

        assertThat(strange).isEmpty();
    }

    /** What a navigation entry's name stands for. */
    private static Stream<String> titles() {
        return Features.load().all().stream()
                .flatMap(feature -> feature.navigation().stream())
                .flatMap(entry -> Stream.of("", ".none", ".none.explanation").map(end -> entry.name() + end));
    }

    private static List<String> folders() {
        return walk(RESOURCES)
                .filter(file -> file.endsWith("texts_en.properties"))
                .map(file -> file.getParent().getFileName().toString())
                .toList();
    }

    private static Map<String, String> all() {
        var all = new HashMap<String, String>();
        folders().forEach(folder -> all.putAll(texts(folder, "en")));
        return all;
    }

    private static Map<String, String> texts(String folder, String language) {
        var file = RESOURCES.resolve(folder).resolve("texts_" + language + ".properties");
        var properties = new Properties();
        try (var reader = new FileReader(file.toFile(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static Stream<String> used(Pattern pattern) {
        return sources().flatMap(file -> pattern.matcher(read(file)).results()).map(result -> result.group(1));
    }

    private static Stream<Path> sources() {
        return walk(SOURCES).filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"));
    }

    private static Class<?> type(Path source) {
        var name = SOURCES.relativize(source).toString().replace(".java", "").replace('/', '.');
        try {
            return Class.forName("dev.parley.admin." + name, false, TranslationsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String folder(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }

    private static Stream<Path> walk(Path root) {
        try (var files = Files.walk(root)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
