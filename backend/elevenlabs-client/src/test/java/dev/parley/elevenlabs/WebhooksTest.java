package dev.parley.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final String SECRET = "wsec_test";
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_030);
    private static final byte[] BODY =
            """
            {"type": "post_call_transcription", "event_timestamp": 1790000000, "data": {"agent_id": "agent_1",
             "conversation_id": "conv_1", "status": "done", "transcript": [{"role": "user", "message": "hello",
             "time_in_call_secs": 1, "tool_calls": null}], "metadata": {"start_time_unix_secs": 1789999900}}}"""
                    .getBytes(StandardCharsets.UTF_8);

    private final ElevenLabs elevenLabs = ElevenLabs.builder()
            .apiKey("unused")
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .build();

    @Test
    void readsWhatElevenLabsSigned() {
        var event = elevenLabs.webhooks().verify(BODY, WebhookSignature.sign(BODY, SECRET, NOW), SECRET);

        assertThat(event.type()).isEqualTo("post_call_transcription");
        assertThat(event.conversation().conversationId()).isEqualTo("conv_1");
        assertThat(event.conversation().transcript()).hasSize(1);
        assertThat(event.conversation().analysis()).isNull();
    }

    @Test
    void refusesAnybodyElse() {
        var header = WebhookSignature.sign(BODY, "another", NOW);

        assertThatThrownBy(() -> elevenLabs.webhooks().verify(BODY, header, SECRET))
                .isInstanceOfSatisfying(WebhookSignatureException.class, e -> assertThat(e.result())
                        .isEqualTo(WebhookSignature.Result.MISMATCH));
    }

    @Test
    void saysWhenASignedBodyIsNoWebhook() {
        var body = "[]".getBytes(StandardCharsets.UTF_8);
        var header = WebhookSignature.sign(body, SECRET, NOW);

        assertThatThrownBy(() -> elevenLabs.webhooks().verify(body, header, SECRET))
                .isInstanceOf(UnexpectedResponseException.class);
    }

    @Test
    void aTimeThatHasNotComeIsRefused() {
        var inTime = body(NOW.plusSeconds(300).getEpochSecond());
        var tooLate = body(NOW.plusSeconds(301).getEpochSecond());

        assertThat(verify(inTime).eventTimestamp()).isEqualTo(1_790_000_330);
        assertThat(elevenLabs.webhooks().head(inTime).eventTimestamp()).isEqualTo(1_790_000_330);
        assertThatThrownBy(() -> verify(tooLate)).isInstanceOf(UnexpectedResponseException.class);
        assertThatThrownBy(() -> elevenLabs.webhooks().head(tooLate)).isInstanceOf(UnexpectedResponseException.class);
    }

    private WebhookEvent verify(byte[] body) {
        return elevenLabs.webhooks().verify(body, WebhookSignature.sign(body, SECRET, NOW), SECRET);
    }

    private static byte[] body(long eventTimestamp) {
        return ("{\"type\": \"x\", \"event_timestamp\": " + eventTimestamp + ", \"data\": {}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
