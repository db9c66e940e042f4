package dev.parley.admin.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

    @Test
    void leadsBackToWhereSomebodyWasGoing() {
        assertThat(Destination.parse("c/1/conversations/2?turn=3")).contains(URI.create("c/1/conversations/2?turn=3"));
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
                "a b"
            })
    void neverLeadsOutOfThePanel(String to) {
        assertThat(Destination.parse(to)).isEmpty();
    }
}
