package dev.parley.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final String OLD_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String NEW_KEY = "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY=";

    private final Envelope envelope = new Envelope(new MasterKeys(OLD_KEY));

    @Test
    void opensWhatItSealed() {
        var sealed = envelope.seal("sk_секрет", "api_credentials|a|k|1");

        assertThat(envelope.open(sealed, "api_credentials|a|k|1")).isEqualTo("sk_секрет");
        assertThat(new String(sealed.sealed(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("sk_");
    }

    @Test
    void neverSealsTheSameWayTwice() {
        assertThat(envelope.seal("same", "label").sealed())
                .isNotEqualTo(envelope.seal("same", "label").sealed());
    }

    @Test
    void aRowMovedToAnotherClientDoesNotOpen() {
        var sealed = envelope.seal("secret", "api_credentials|client-a|k|1");

        assertThatThrownBy(() -> envelope.open(sealed, "api_credentials|client-b|k|1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A secret could not be opened");
    }

    @Test
    void oneChangedBitIsNoticed() {
        var sealed = envelope.seal("secret", "label");
        sealed.sealed()[sealed.sealed().length - 1] ^= 1;

        assertThatThrownBy(() -> envelope.open(sealed, "label")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewKeyInFrontSealsWhileTheOldOneStillOpens() {
        var before = envelope.seal("secret", "label");
        var rotated = new Envelope(new MasterKeys(NEW_KEY + "," + OLD_KEY));

        assertThat(rotated.open(before, "label")).isEqualTo("secret");
        assertThat(rotated.seal("secret", "label").keyId()).isNotEqualTo(before.keyId());
    }

    @Test
    void saysWhichKeyIsMissing() {
        var sealed = envelope.seal("secret", "label");

        assertThatThrownBy(() -> new Envelope(new MasterKeys(NEW_KEY)).open(sealed, "label"))
                .hasMessageContaining(sealed.keyId());
    }

    @Test
    void aBadKeyIsRefusedWithoutBeingRepeated() {
        assertThatThrownBy(() -> new MasterKeys("c2hvcnQ="))
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("c2hvcnQ")
                .hasNoCause();
        assertThatThrownBy(() -> new MasterKeys("not base64!"))
                .hasMessageNotContaining("not base64!")
                .hasNoCause();
    }
}
