package dev.parley.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokenTextTest {

    /** As decision 0010 gives it to secret scanners. */
    private static final Pattern SCANNED = Pattern.compile("parley_[0-9A-Za-z]{49}");

    @Test
    void everyTokenIsAnotherAndWellFormed() {
        var random = new SecureRandom();
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            var token = ApiTokenText.generate(random);
            assertThat(token).matches(SCANNED);
            assertThat(ApiTokenText.isWellFormed(token)).isTrue();
            assertThat(seen.add(token)).isTrue();
        }
    }

    @Test
    void aTypingErrorAnywhereIsNoticed() {
        var token = ApiTokenText.generate(new SecureRandom());
        for (int i = ApiTokenText.PREFIX.length(); i < token.length(); i++) {
            var other = token.charAt(i) == 'a' ? 'b' : 'a';
            assertThat(ApiTokenText.isWellFormed(token.substring(0, i) + other + token.substring(i + 1)))
                    .as("at %d", i)
                    .isFalse();
        }
    }

    /** The form is a contract: scanners and stored hashes rely on it. */
    @Test
    void theFormStays() {
        var token = "parley_0000000000000000000000000000000000000000000" + "1f36Ld";
        assertThat(ApiTokenText.isWellFormed(token)).isTrue();
        assertThat(ApiTokenText.start(token)).isEqualTo("parley_0000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"parley_", "parley_x", "parley_00000000000000000000000000000000000000000000000000", "eyJ.x.y", ""
            })
    void anythingElseIsNot(String text) {
        assertThat(ApiTokenText.isWellFormed(text)).isFalse();
    }
}
