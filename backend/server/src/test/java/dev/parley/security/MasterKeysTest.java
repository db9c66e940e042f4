package dev.parley.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.testing.TestConfig;
import java.util.Map;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeysTest {

    private static final String GOOD = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @ParameterizedTest
    @ValueSource(strings = {"{\"not\": base64}", "c2hvcnQga2V5", GOOD + ",", "," + GOOD, GOOD + ",c2hvcnQga2V5"})
    void whatIsNoKeyIsRefusedAndNotRepeated(String setting) {
        assertThatThrownBy(() -> new MasterKeys(setting))
                .hasMessageStartingWith("PARLEY_MASTER_KEY is malformed")
                .satisfies(e -> assertThat(Throwables.getStackTrace(e)).doesNotContain("{\"not", "c2hvcnQga2V5", GOOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "absent"})
    void aMissingKeyIsSaidToBeMissing(String setting) {
        var settings = setting.isEmpty() ? Map.of("PARLEY_MASTER_KEY", "") : Map.of("OTHER", "x");

        assertThatThrownBy(() -> MasterKeys.from(TestConfig.of(settings)))
                .hasMessageStartingWith("PARLEY_MASTER_KEY is not set");
    }

    @Test
    void theFirstSealsAndAllOpen() {
        var other = "b3RoZXJfa2V5X290aGVyX2tleV9vdGhlcl9rZXlfXzE=";
        var old = new MasterKeys(GOOD);
        var rotated = new MasterKeys(other + ", " + GOOD);

        assertThat(rotated.currentId()).isNotEqualTo(old.currentId());
        assertThat(rotated.byId(old.currentId())).isEqualTo(old.byId(old.currentId()));
    }
}
