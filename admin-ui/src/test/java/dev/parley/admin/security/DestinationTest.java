package dev.parley.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @Test
    void leadsBackToWhereSomebodyWasGoing() {
        assertThat(Destination.parse("c/1/conversations/2-a?turn=3"))
                .contains(new Destination("c/1/conversations/2-a", "turn=3"));
        assertThat(Destination.parse("c/1/leads")).contains(new Destination("c/1/leads", null));
    }

    @Test
    void readsWhatIsSearchedForOnce() {
        assertThat(Destination.parse("c/1/leads?q=50%25+%26more")
                        .orElseThrow()
                        .parameters()
                        .getParameters())
                .isEqualTo(Map.of("q", List.of("50% &more")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test/",
                "//evil.test/",
                "/\\evil.test",
                "\\\\evil.test",
                "javascript:alert(1)",
                "../x",
                "login",
                "a b",
                "",
                "?x=1",
                "%2F%2Fevil.test",
                "c/%2F%2Fevil.test",
                "%252F%252Fevil.test",
                "%5C%5Cevil.test",
                "c//evil.test",
                "c/1/..",
                "c/%2e%2e/x",
                "%6cogin",
                "c/1;jsessionid=1",
                "javascript%3Aalert(1)"
            })
    void neverLeadsOutOfThePanel(String to) {
        assertThat(Destination.parse(to)).isEmpty();
    }
}
