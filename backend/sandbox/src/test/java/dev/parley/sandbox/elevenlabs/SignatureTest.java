package dev.parley.sandbox.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** A body and its signature that were computed elsewhere. */
    @Test
    void signsAsTheVendorDoes() {
        var body = "{\"type\":\"post_call_audio\",\"event_timestamp\":1790000000,"
                + "\"data\":{\"agent_id\":\"agent_x\",\"conversation_id\":\"conv_x\",\"full_audio\":\"AAAA\"}}";

        var header =
                Signature.of(body.getBytes(StandardCharsets.UTF_8), "wsec_example_0123456789abcdef", 1_790_000_000);

        assertThat(header)
                .isEqualTo("t=1790000000,v0=c49bc5b14fc6937b42016f59dcb5e60707322f1b4d2f5585fedcaa042ae024ba");
    }
}
