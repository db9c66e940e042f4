package dev.parley.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.elevenlabs.Conversation;
import dev.parley.phones.PhoneRegions;
import dev.parley.testing.Call;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a lead's own, and where it was said. The written scripts are in {@link ScriptsIT}. */
class LeadExtractorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Our number is (415) 555-0100, call any time. | Okay, so 415 555 0100, got it.",
                "Наш телефон 8 800 555-35-35. | 8 800 555-35-35, записал, спасибо",
                "Write to frontdesk@harbor-dental.com. Anything else? | frontdesk@harbor-dental.com, noted, no.",
            })
    void whatTheAgentGivesOutIsNotTheCallers(String agent, String user) {
        assertThat(values(call().agent(agent).user(user))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "So that is 415 555 0199, right? | Yes, 415 555 0199. | +14155550199",
                "Номер 8 916 123-45-67 верный? | Да, 8 916 123-45-67 | +79161234567",
                "Is it mark@acme.io? | mark@acme.io, yes | mark@acme.io",
            })
    void whatTheAgentAsksAboutIs(String agent, String user, String value) {
        assertThat(values(call().agent(agent).user(user))).containsValue(value);
    }

    @Test
    void whatTheCallerSaidFirstStaysTheirsWhenTheAgentRepeatsIt() {
        var found = extract(
                call().user("It is 415 555 0199.").agent("415 555 0199, noted.").user("415 555 0199, yes"));

        assertThat(found.value(LeadField.PHONE)).isEqualTo("+14155550199");
        assertThat(found.evidence()).extracting(Evidence::turn).containsExactly(0, 2);
        assertThat(found.evidence()).extracting(Evidence::state).containsOnly(EvidenceState.CONFIRMED);
    }

    @Test
    void theNumberThatWasCalledIsNobodysAndTheOneThatCalledIsTheCallers() {
        var call = call().between("+14155550100", "+14155550123")
                .agent("You call from 415 555 0123.")
                .user("Yes, 415 555 0123, and you are 415 555 0100.")
                .collected("phone", "(415) 555-0100");

        assertThat(values(call)).containsExactly(Map.entry(LeadField.PHONE, "+14155550123"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann | I want an annual checkup, ann@harbor.example | ",
                "Ann | This is Ann-Marie | ",
                "Ann | It is ANN. | ANN",
                "Ann | ann, as I said | ann",
                "O'Neill & Sons | for O'Neill & Sons, please | O'Neill & Sons",
                "Вектор | Звоню из Вектора. | Вектора",
                "Ира | Ираклий, добрый день | ",
                "Пётр (сын) | Пётр (сын), здравствуйте | Пётр (сын)",
            })
    void namesAreHeardAsWholeWords(String name, String message, String quote) {
        var found = extract(call().user(message).collected("name", name));

        assertThat(found.evidence())
                .filteredOn(one -> one.field().equals("name") && name.equals(one.value()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.quote()).isEqualTo(quote);
                    assertThat(one.state()).isEqualTo(quote == null ? EvidenceState.INFERRED : EvidenceState.STATED);
                });
    }

    @Test
    void pointsDoNotLeadToTheWordsThatContradictThem() {
        var found = extract(call().agent("Phone?").user("415 555 0111").collected("phone", "+1 415 555 0222"));

        assertThat(found.value(LeadField.PHONE)).isEqualTo("+14155550222");
        assertThat(found.evidence())
                .extracting(Evidence::value, Evidence::turn, Evidence::state)
                .containsExactly(
                        tuple("+14155550222", null, EvidenceState.INFERRED),
                        tuple("+14155550111", 1, EvidenceState.CONTRADICTED));
        assertThat(found.signals())
                .filteredOn(signal -> signal.name().equals("phone"))
                .singleElement()
                .satisfies(signal -> assertThat(signal.turn()).isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N/A",
                "unknown",
                "Not provided.",
                "none",
                "null",
                "Не указано",
                "неизвестно",
                "-",
                "Customer",
                "[caller]"
            })
    void wordsForNothingAreNoNames(String word) {
        var found = extract(call().user("mel@x.com").collected("name", word).collected("budget", word));

        assertThat(found.value(LeadField.NAME)).isNull();
        assertThat(found.entities().path("name").asText())
                .as("what was collected stays")
                .isEqualTo(word);
    }

    @Test
    void onlyAValueIsABudget() {
        assertThat(extract(call().user("mel@x.com").collected("budget", "none")).signals())
                .noneMatch(signal -> signal.name().equals("budget"));
        assertThat(extract(call().user("mel@x.com").collected("budget", "5000")).signals())
                .anyMatch(signal -> signal.name().equals("budget"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.com.", "mailto:A@B.com", "<a@b.com>", " a@b.com, "})
    void aCollectedAddressMayHaveSomethingAroundIt(String collected) {
        assertThat(values(call().user("hi").collected("email", collected)))
                .containsExactly(Map.entry(LeadField.EMAIL, "a@b.com"));
    }

    @Test
    void twoCollectedAddressesInOneAreNone() {
        assertThat(values(call().user("hi").collected("email", "a@b.com or c@d.com")))
                .isEmpty();
    }

    @Test
    void ofTwoCollectedNumbersTheFirstIsTakenAndTheSecondIsAnAlternative() {
        var found = extract(
                call().user("Or 415 555 0147.").collected("phone", "415-555-0146 (mobile) or 415-555-0147, ext. 3"));

        assertThat(found.evidence())
                .extracting(Evidence::value, Evidence::turn, Evidence::quote, Evidence::state)
                .containsExactly(
                        tuple("+14155550146", null, null, EvidenceState.INFERRED),
                        tuple("+14155550147", 0, "415 555 0147", EvidenceState.CONTRADICTED));
        assertThat(found.value(LeadField.PHONE)).isEqualTo("+14155550146");
    }

    @Test
    void whatACutWentThroughIsNotRead() {
        var filling = "well ".repeat(4_000);
        for (var end : new String[] {"ann@example.co.uk", "ann@example.com", "+49 30 901820 12", "415 555 0142"}) {
            var text = filling.substring(end.length() - 2) + end;
            assertThat(values(call().user(text))).as(end).isEmpty();
            assertThat(values(call().user(text.substring(5)))).as(end).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "!!", "…", " ", "—", "[silence]", "(coughs)", "*music*...", "?"})
    void silenceIsNotSpeech(String silence) {
        var call = call().user("Ann, ann@example.com");
        for (int i = 0; i < 4; i++) {
            call.agent("Are you there?").user(silence);
        }

        assertThat(extract(call).signals()).extracting(ScoreSignal::name).doesNotContain("engaged");
        assertThat(extract(call.user("Yes.").user("2").user("Да!")).signals())
                .extracting(ScoreSignal::name)
                .contains("engaged");
        assertThat(extract(call().collected("name", silence)).isLead()).isFalse();
    }

    private static Call call() {
        return Call.to("agent");
    }

    private static Map<LeadField, String> values(Call call) {
        return extract(call).values();
    }

    private static Extraction extract(Call call) {
        var language = call.json()
                        .toString()
                        .codePoints()
                        .anyMatch(c -> Character.UnicodeBlock.of(c) == Character.UnicodeBlock.CYRILLIC)
                ? "ru"
                : "en";
        return LeadExtractor.extract(Conversation.read(call.json()), PhoneRegions.of(language, null), null);
    }
}
