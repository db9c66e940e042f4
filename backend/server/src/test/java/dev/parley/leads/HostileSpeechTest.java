package dev.parley.leads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.elevenlabs.Conversation;
import dev.parley.phones.PhoneRegions;
import dev.parley.testing.Call;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that were made to keep us busy: read in time that grows with their length, and nothing is taken from them. */
class HostileSpeechTest {

    private static final int MILLION = 1_000_000;

    /** So much that only time that grows faster than the words could need it. */
    private static final Duration FAR_TOO_LONG = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "one ",
                "собака ",
                "at ",
                "@",
                ". ",
                "a dot ",
                "a b c ",
                "double ",
                "нет ",
                "sorry 5 ",
                "точка собака ",
                "my name is ",
                "a@b.",
                "не пять а ",
                "‮",
                "семь, "
            })
    void isReadInTime(String piece) {
        var words = piece.repeat(MILLION / piece.length());
        var call = Call.to("agent");
        for (int i = 0; i < 20; i++) {
            call.agent(words.substring(0, MILLION / 50)).user(i == 0 ? words : words.substring(0, MILLION / 50));
        }
        var conversation = Conversation.read(call.json());

        var found = Assertions.assertTimeoutPreemptively(
                FAR_TOO_LONG, () -> LeadExtractor.extract(conversation, PhoneRegions.of("en", null), null));

        assertThat(found.value(LeadField.EMAIL)).isNull();
        assertThat(found.value(LeadField.PHONE)).isNull();
    }
}
