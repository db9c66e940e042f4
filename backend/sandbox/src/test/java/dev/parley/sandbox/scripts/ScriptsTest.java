package dev.parley.sandbox.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptsTest {

    /** As written, and held by others. */
    static Stream<Script> told() {
        return Scripts.all().stream()
                .flatMap(script -> Stream.concat(
                        Stream.of(script),
                        LongStream.of(1, 97, 1_790_000_000_003L).mapToObj(script::variation)));
    }

    @Test
    void thoseOfLeadsAreSixtyOfAllKinds() throws Exception {
        var scripts = ofFeature("leads");

        assertThat(scripts).hasSize(60).doesNotHaveDuplicates();
        assertThat(scripts).filteredOn(script -> script.language().equals("ru")).hasSize(32);
        assertThat(scripts).filteredOn(script -> script.language().equals("en")).hasSize(28);
        assertThat(scripts).filteredOn(script -> script.expectedLead() == null).hasSize(14);
        assertThat(scripts)
                .filteredOn(script -> script.turns().size() < 8)
                .extracting(Script::title)
                .containsExactly("Автоответчик");
        assertThat(scripts).extracting(Script::callSuccessful).contains("success", "failure", "unknown");
        assertThat(scripts).extracting(Script::direction).contains("inbound", "outbound");
    }

    @Test
    void allAreReadOnce() {
        assertThat(Scripts.all()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        assertThat(Scripts.all()).extracting(Script::title).doesNotHaveDuplicates();
    }

    @Test
    void aFeatureAddsAFolder(@TempDir Path folder) throws IOException {
        var script = new String(
                Scripts.class.getResourceAsStream("leads/en-05-dropped.json").readAllBytes(), StandardCharsets.UTF_8);
        write(folder.resolve("template.json"), "not a script");
        write(folder.resolve("leads").resolve("en-01-a.json"), script);
        write(folder.resolve("crm").resolve("en-01-b.json"), script);
        assertThat(Scripts.read(folder)).containsOnlyKeys("en-01-a", "en-01-b");

        write(folder.resolve("crm").resolve("en-01-a.json"), script);
        assertThatThrownBy(() -> Scripts.read(folder)).hasMessageContaining("en-01-a");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<Script> ofFeature(String feature) throws Exception {
        try (var files = Files.list(Path.of(Scripts.class.getResource(feature).toURI()))) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .map(Scripts::named)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("told")
    void turnsFollowOneAnother(Script script) {
        assertThat(script.turns()).hasSizeLessThanOrEqualTo(20);
        assertThat(script.turns()).extracting(ScriptTurn::secondsIn).isSorted().startsWith(0);
        assertThat(script.durationSeconds())
                .isGreaterThan(script.turns().getLast().secondsIn());
        assertThat(script.turns()).allSatisfy(turn -> assertThat(
                        turn.message() == null && turn.toolCalls().isEmpty())
                .isFalse());
    }

    @ParameterizedTest
    @MethodSource("told")
    void theCallerSaysWhatTheEvidenceClaims(Script script) {
        if (script.expectedLead() == null) {
            return;
        }
        for (var evidence : script.expectedLead().evidence()) {
            if (evidence.turn() == null) {
                assertThat(evidence.state()).isEqualTo("INFERRED");
                continue;
            }
            var turn = script.turns().get(evidence.turn());
            assertThat(turn.role()).isEqualTo("user");
            if (evidence.state().equals("CONFIRMED") || evidence.state().equals("INFERRED")) {
                continue; // a yes, or a part
            }
            if (evidence.field().equals("phone")) {
                // Without the first digits: people say 8 for +7.
                assertThat(turn.message().replaceAll("\\D", ""))
                        .contains(evidence.value().substring(2));
            } else {
                assertThat(turn.message().toLowerCase(Locale.ROOT))
                        .contains(evidence.value().toLowerCase(Locale.ROOT));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("told")
    void eachValueOfTheLeadHasEvidenceAndOnlyOthersConflict(Script script) {
        var lead = script.expectedLead();
        if (lead == null) {
            return;
        }
        var values = Stream.of(lead.name(), lead.email(), lead.phone(), lead.company())
                .filter(Objects::nonNull)
                .toList();
        assertThat(lead.evidence())
                .filteredOn(evidence -> !evidence.state().equals("CONTRADICTED"))
                .extracting(ExpectedEvidence::value)
                .containsAll(values)
                .isSubsetOf(values);
        assertThat(lead.evidence())
                .filteredOn(evidence -> evidence.state().equals("CONTRADICTED"))
                .extracting(ExpectedEvidence::value)
                .doesNotContainAnyElementsOf(values);
        assertThat(lead.score()).isBetween(1, 100);
    }

    @Test
    void anotherPersonHasAnotherNameAddressAndNumberAndTheSameStory() {
        var original = Scripts.named("ru-01-windows-all-said");

        var other = original.variation(5);

        assertThat(other.expectedLead().name()).isEqualTo("Виктор Павлов");
        assertThat(other.expectedLead().email()).isEqualTo("viktor.pavlov5@yandex.ru");
        assertThat(other.expectedLead().phone()).isEqualTo("+79215550327");
        assertThat(other.turns().get(7).message()).isEqualTo("Меня зовут Виктор Павлов, телефон +7 921 555-03-27.");
        assertThat(other.turns().get(8).message()).isEqualTo("Виктор, спасибо. Куда отправить расчёт?");
        assertThat(other.dataCollection().path("phone").asText()).isEqualTo("+7 921 555-03-27");
        assertThat(other.summary()).startsWith("Виктор Павлов хочет");
        assertThat(other.toString()).isEqualTo(original.toString());
        assertThat(other.expectedLead().score()).isEqualTo(100);
    }

    @Test
    void nothingIsLeftOfThePersonInTheScript() {
        for (var script : Scripts.all()) {
            var lead = script.expectedLead();
            var told = Json.MAPPER.valueToTree(script.variation(1)).toString();
            if (lead != null) {
                assertThat(Stream.of(lead.name(), lead.email(), lead.phone()).filter(Objects::nonNull))
                        .allSatisfy(value -> assertThat(told).doesNotContain(value));
            }
            if (script.caller() != null && script.caller().firstName() != null) {
                assertThat(told).doesNotContain(script.caller().firstName());
            }
        }
    }

    @Test
    void hundredsOfPeopleCall() {
        var script = Scripts.named("ru-01-windows-all-said");

        var leads = LongStream.range(0, 221).mapToObj(script::variation).map(Script::expectedLead);

        assertThat(Set.copyOf(leads.map(ExpectedLead::name).toList())).hasSize(221);
    }
}
