package dev.parley.leads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.elevenlabs.Conversation;
import dev.parley.phones.PhoneRegions;
import dev.parley.testing.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a careful person notes of what is said. One file for each recogniser and language, {@code reading/en-emails.txt}: "A" is
 * the agent, "U" the caller, "=" what is noted.
 */
class UtterancesTest {

    private static final List<String> FILES = List.of("emails", "phones", "names", "leads");

    /** A few turns, and what is noted of them; empty: nothing. */
    record Utterance(String language, String field, List<String> lines, String noted) {

        @Override
        public String toString() {
            return String.join(" / ", lines);
        }
    }

    static Stream<Utterance> utterances() {
        return Stream.of("en", "ru").flatMap(language -> FILES.stream().flatMap(file -> read(language, file)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("utterances")
    void areNotedAsACarefulPersonWould(Utterance utterance) {
        var found = extract(utterance);

        if (utterance.field().equals("leads")) {
            var reason = found.notALead() == null
                    ? "lead"
                    : found.notALead().reason().name();
            assertThat(reason).isEqualTo(utterance.noted());
        } else {
            assertThat(found.value(utterance.field()))
                    .isEqualTo(utterance.noted().isEmpty() ? null : utterance.noted());
        }
        assertThat(extract(utterance).evidenceJson().toString())
                .as("the same words, the same bytes")
                .isEqualTo(found.evidenceJson().toString());
    }

    private static Extraction extract(Utterance utterance) {
        var call = Call.to("agent");
        for (var line : utterance.lines()) {
            if (line.startsWith("A ")) {
                call.agent(line.substring(2));
            } else {
                call.user(line.substring(2));
            }
        }
        return LeadExtractor.extract(Conversation.read(call.json()), PhoneRegions.of(utterance.language(), null), null);
    }

    private static Stream<Utterance> read(String language, String file) {
        var field = file.equals("leads")
                ? file
                : file.substring(0, file.length() - 1).toLowerCase(Locale.ROOT);
        var found = new ArrayList<Utterance>();
        var lines = new ArrayList<String>();
        for (var line :
                text("reading/" + language + "-" + file + ".txt").lines().toList()) {
            if (line.startsWith("=")) {
                var noted = line.substring(1).strip();
                found.add(
                        new Utterance(language, field, List.copyOf(lines), noted.replaceFirst("^" + field + " ", "")));
                lines.clear();
            } else if (!line.startsWith("#") && !line.isBlank()) {
                lines.add(line);
            }
        }
        return found.stream();
    }

    private static String text(String name) {
        try (var in = UtterancesTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
