package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void readsDurationsAsPeopleWriteThem() {
        assertThat(parse("--every", "500ms").duration("every")).contains(Duration.ofMillis(500));
        assertThat(parse("--every", "4s").duration("every")).contains(Duration.ofSeconds(4));
        assertThat(parse("--every", "2m").duration("every")).contains(Duration.ofMinutes(2));
        assertThat(parse("--every", "1H").duration("every")).contains(Duration.ofHours(1));
        assertThat(parse().duration("every")).isEmpty();
        assertThatThrownBy(() -> parse("--every", "often").duration("every")).hasMessageContaining("--every");
        assertThatThrownBy(() -> parse("--every", "4").duration("every")).hasMessageContaining("--every");
    }

    @Test
    void readsYesAndNo() {
        assertThat(parse("--every", "false").flag("every", true)).isFalse();
        assertThat(parse().flag("every", true)).isTrue();
        assertThatThrownBy(() -> parse("--every", "no").flag("every", true)).hasMessage("--every is true or false");
    }

    @Test
    void saysWhatIsMissingOrUnknown() {
        assertThatThrownBy(() -> parse("--often", "4s")).hasMessage("Unknown option --often");
        assertThatThrownBy(() -> parse("every", "4s")).hasMessage("Unknown option every");
        assertThatThrownBy(() -> parse("--every")).hasMessage("--every needs a value");
        assertThatThrownBy(() -> parse().text("every")).hasMessage("--every is missing");
        assertThatThrownBy(() -> parse("--every", "x").number("every")).hasMessage("--every is no number");
    }

    private static Options parse(String... arguments) {
        return Options.parse(arguments, 0, Set.of("every"));
    }
}
