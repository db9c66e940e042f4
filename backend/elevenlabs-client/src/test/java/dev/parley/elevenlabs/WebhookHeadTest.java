package dev.parley.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookHeadTest {

    @Test
    void readsWhatAWebhookIsAbout() {
        var head = parse(
                """
                {"more": [{"type": "audio"}], "data": {"x": {"conversation_id": "no"}, "conversation_id": "conv_1", "y": ["z"]},
                 "event_timestamp": 1790000000, "type": "post_call_transcription"}""");

        assertThat(head).isEqualTo(new WebhookHead("post_call_transcription", 1_790_000_000, "conv_1"));
        assertThat(head.isAudio()).isFalse();
        assertThat(parse("{\"type\":\"post_call_audio\",\"event_timestamp\":1,\"data\":{\"conversation_id\":null}}"))
                .isEqualTo(new WebhookHead("post_call_audio", 1, null))
                .matches(WebhookHead::isAudio);
    }

    /** ElevenLabs' table of fields says string, its examples show a number. */
    @Test
    void aTimeMayBeATextOfDigits() {
        var body = "{\"type\":\"x\",\"event_timestamp\":\"1790000000\",\"data\":{\"conversation_id\":\"conv_1\"}}";

        assertThat(parse(body)).isEqualTo(new WebhookHead("x", 1_790_000_000, "conv_1"));
        assertThat(WebhookEvent.parse(body.getBytes(StandardCharsets.UTF_8)).eventTimestamp())
                .isEqualTo(1_790_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"type\":\"x\",\"event_timestamp\":1,\"data\":{}",
                "{\"type\":\"x\",\"event_timestamp\":1,\"data\":{}} x",
                "{\"type\":\"x\",\"event_timestamp\":1,\"data\":{}}{}",
                "{\"type\":\"x\",\"type\":\"y\",\"event_timestamp\":1,\"data\":{}}",
                "{\"type\":\"x\",\"event_timestamp\":1,\"event_timestamp\":1,\"data\":{}}",
                "{\"type\":\"x\",\"event_timestamp\":1,\"data\":{},\"data\":{}}",
                "{\"type\":{\"type\":\"x\"},\"event_timestamp\":1,\"data\":{}}",
                "{\"type\":\"\",\"event_timestamp\":1,\"data\":{}}",
                "{\"type\":\"x\",\"event_timestamp\":1}",
                "{\"type\":\"x\",\"event_timestamp\":1,\"data\":[]}",
                "{\"type\":\"x\",\"event_timestamp\":\"\",\"data\":{}}",
                "{\"type\":\"x\",\"event_timestamp\":\"soon\",\"data\":{}}",
                "{\"type\":\"x\",\"event_timestamp\":\"-1\",\"data\":{}}",
                "{\"type\":\"x\",\"event_timestamp\":\"1e3\",\"data\":{}}",
                "{\"type\":\"x\",\"event_timestamp\":\"253402300800\",\"data\":{}}",
                "{\"type\":\"x\",\"event_timestamp\":-1,\"data\":{}}",
                "{\"type\":\"x\",\"event_timestamp\":253402300800,\"data\":{}}",
                "{\"type\":\"x\",\"event_timestamp\":1e400,\"data\":{}}",
                "{\"type\":\"x\",\"event_timestamp\":99999999999999999999999,\"data\":{}}"
            })
    void refusesWhatIsNoWebhook(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(UnexpectedResponseException.class);
        assertThatThrownBy(() -> WebhookEvent.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnexpectedResponseException.class);
    }

    @Test
    void knowsTheTypeOfABeginning() {
        assertThat(typeOf("{\"type\":\"post_call_audio\",\"data\":{\"full_audio\":\"AAA"))
                .isEqualTo("post_call_audio");
        assertThat(typeOf("{\"x\":{\"type\":\"audio\"},\"type\":\"other\",\"da"))
                .isEqualTo("other");
        assertThat(typeOf("{\"data\":{\"type\":\"audio\"},\"other\":[{\"type\":\"audio\""))
                .isEqualTo("none");
        assertThat(typeOf("{\"type\":\"post_call_au")).isEqualTo("none");
        assertThat(typeOf("[{\"type\":\"post_call_audio\"}]")).isEqualTo("none");
    }

    private static String typeOf(String beginning) {
        var bytes = (beginning + "rest that does not count").getBytes(StandardCharsets.UTF_8);
        return WebhookHead.typeOf(bytes, beginning.length()).orElse("none");
    }

    private static WebhookHead parse(String text) {
        return WebhookHead.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
