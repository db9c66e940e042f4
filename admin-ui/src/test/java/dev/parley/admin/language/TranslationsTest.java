package dev.parley.admin.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TranslationsTest {

    private static final Pattern KEY = Pattern.compile(
            "(?:\\btext\\(|\\btextOr\\([^;]*?|Translations\\.get\\(\\w+, )\\s*(?:\\w+ \\? )?\"([a-z][\\w.]+)\"");
    private static final Pattern OTHERWISE = Pattern.compile("\\btext\\(\\w+ \\? \"[\\w.]+\" : \"([a-z][\\w.]+)\"");
    private static final Pattern CHOICE = Pattern.compile("Choice\\.of\\(\\s*\"([a-zA-Z.]+)\"");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(bundle("ru").keySet()).isEqualTo(bundle("en").keySet());
    }

    @Test
    void everyTextIsThere() {
        var known = bundle("en").keySet();
        var missing = new TreeSet<String>();

        used(KEY).stream()
                .filter(key ->
                        key.endsWith(".") ? known.stream().noneMatch(one -> one.startsWith(key)) : !known.contains(key))
                .forEach(missing::add);
        used(OTHERWISE).stream().filter(key -> !known.contains(key)).forEach(missing::add);
        used(CHOICE).stream().filter(key -> !known.contains(key + ".any")).forEach(missing::add);

        assertThat(used(KEY)).hasSizeGreaterThan(60);
        assertThat(missing).isEmpty();
    }

    /** Keys made of a prefix and a constant's name. */
    @Test
    void everyConstantHasItsText() throws ClassNotFoundException {
        assertConstants("outcome.", "dev.parley.admin.conversations.CallOutcome");
        assertConstants("direction.", "dev.parley.admin.conversations.CallDirection");
        assertConstants("conversations.status.", "dev.parley.admin.conversations.ConversationStatus");
        assertConstants("sync.status.", "dev.parley.admin.sync.RunStatus");
        assertConstants("sync.reason.", "dev.parley.admin.sync.RunReason");
        assertConstants("sync.obstacle.", "dev.parley.admin.sync.Obstacle");
        assertConstants("sync.standing.", "dev.parley.admin.sync.SyncStatus$Standing");
        assertConstants("role.", "dev.parley.admin.clients.Role");
        assertConstants("tokens.status.", "dev.parley.admin.tokens.TokenStatus");
        assertConstants("leads.status.", "dev.parley.admin.leads.LeadStatus");
        assertConstants("leads.evidence.", "dev.parley.admin.leads.Lead$Evidence$State");
        assertLowerCase("leads.field.", "dev.parley.admin.leads.LeadField");
        assertLowerCase("leads.invalid.", "dev.parley.admin.leads.LeadField");
        assertLowerCase("failure.", "dev.parley.admin.graphql.Problem");
        assertLowerCase("live.", "dev.parley.admin.live.FeedState");
        assertLowerCase("theme.", "dev.parley.admin.preferences.Theme");
        assertLowerCase("login.failed.", "dev.parley.admin.security.SignInException$Reason");
    }

    @Test
    void nothingIsLeftInTheOtherLanguage() {
        var russian = bundle("ru");
        var cyrillic = Pattern.compile("[а-яА-Я]");

        assertThat(russian.keySet().stream()
                        .filter(key -> !cyrillic.matcher(russian.getString(key)).find()))
                .isEmpty();
        assertThat(bundle("en").keySet().stream()
                        .filter(key ->
                                cyrillic.matcher(bundle("en").getString(key)).find()))
                .isEmpty();
    }

    private static void assertConstants(String prefix, String type) throws ClassNotFoundException {
        for (var constant : Class.forName(type).getEnumConstants()) {
            assertThat(bundle("en").keySet()).contains(prefix + ((Enum<?>) constant).name());
        }
    }

    private static void assertLowerCase(String prefix, String type) throws ClassNotFoundException {
        for (var constant : Class.forName(type).getEnumConstants()) {
            assertThat(bundle("en").keySet())
                    .contains(prefix + ((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
        }
    }

    private static Set<String> used(Pattern pattern) {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TranslationsTest::read)
                    .flatMap(source -> pattern.matcher(source).results().map(result -> result.group(1)))
                    .collect(Collectors.toSet());
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

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("dev.parley.admin.language.texts_" + language, Locale.ROOT);
    }
}
