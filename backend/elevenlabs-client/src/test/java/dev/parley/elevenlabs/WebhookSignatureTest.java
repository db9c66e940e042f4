package dev.parley.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.elevenlabs.WebhookSignature.Result;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final String SECRET = "wsec_example_0123456789abcdef";
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1790000000);
    private static final byte[] BODY =
            "{\"type\":\"post_call_audio\",\"event_timestamp\":1790000000,\"data\":{\"agent_id\":\"agent_x\",\"conversation_id\":\"conv_x\",\"full_audio\":\"AAAA\"}}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final String HEADER =
            "t=1790000000,v0=c49bc5b14fc6937b42016f59dcb5e60707322f1b4d2f5585fedcaa042ae024ba";

    @Test
    void acceptsTheVendorsOwnExample() {
        assertThat(check(HEADER, SECRET, SIGNED_AT)).isEqualTo(Result.VALID);
        assertThat(WebhookSignature.sign(BODY, SECRET, SIGNED_AT)).isEqualTo(HEADER);
    }

    @Test
    void acceptsAnyOfSeveralSignaturesAndSecrets() {
        var header = "t=1790000000,v0=00,v0=" + HEADER.substring(HEADER.indexOf("v0=") + 3);
        var signature = WebhookSignature.of(header, List.of("another", SECRET), at(SIGNED_AT));

        assertThat(signature
                        .update(BODY, 0, 10)
                        .update(BODY, 10, BODY.length - 10)
                        .result())
                .isEqualTo(Result.VALID);
    }

    @Test
    void saysWhyItRefuses() {
        assertThat(check(null, SECRET, SIGNED_AT)).isEqualTo(Result.MISSING);
        assertThat(check("t=soon,v0=00", SECRET, SIGNED_AT)).isEqualTo(Result.MALFORMED);
        assertThat(check("v0=00", SECRET, SIGNED_AT)).isEqualTo(Result.MALFORMED);
        assertThat(check("t=1," + HEADER, SECRET, SIGNED_AT)).isEqualTo(Result.MALFORMED);
        assertThat(check(HEADER, SECRET, SIGNED_AT.plusSeconds(1801))).isEqualTo(Result.EXPIRED);
        assertThat(check(HEADER, SECRET, SIGNED_AT.minusSeconds(301))).isEqualTo(Result.FUTURE);
        assertThat(check(HEADER, "other", SIGNED_AT)).isEqualTo(Result.MISMATCH);
    }

    private static Result check(String header, String secret, Instant now) {
        return WebhookSignature.of(header, List.of(secret), at(now))
                .update(BODY, 0, BODY.length)
                .result();
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
