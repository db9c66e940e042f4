package dev.parley.admin.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.admin.settings.Secret;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealedCookieTest {

    private static final Secret TOKEN = new Secret("refresh-token-1");

    private final SealedCookie sealing = new SealedCookie(key(1));

    @Test
    void opensWhatItSealed() {
        assertThat(sealing.open(sealing.seal(TOKEN))).contains(TOKEN);
    }

    @Test
    void hidesTheTokenAndNeverSealsTheSameWayTwice() {
        var first = sealing.seal(TOKEN);

        assertThat(new String(Base64.getUrlDecoder().decode(first), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(TOKEN.value());
        assertThat(sealing.seal(TOKEN)).isNotEqualTo(first);
    }

    @Test
    void refusesWhatWasTamperedWith() {
        var bytes = Base64.getUrlDecoder().decode(sealing.seal(TOKEN));
        bytes[bytes.length - 1] ^= 1;

        assertThat(sealing.open(Base64.getUrlEncoder().encodeToString(bytes))).isEmpty();
    }

    @Test
    void refusesOtherKeysAndNonsense() {
        assertThat(new SealedCookie(key(2)).open(sealing.seal(TOKEN))).isEmpty();
        assertThat(sealing.open("")).isEmpty();
        assertThat(sealing.open("AAAA")).isEmpty();
        assertThat(sealing.open("§ not Base64")).isEmpty();
    }

    @Test
    void wantsAProperKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SealedCookie(new Secret("c2hvcnQ=")))
                .withMessageContaining("PARLEY_PANEL_KEY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SealedCookie(new Secret("§")))
                .withMessageContaining("PARLEY_PANEL_KEY");
    }

    private static Secret key(int fill) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return new Secret(Base64.getEncoder().encodeToString(bytes));
    }
}
