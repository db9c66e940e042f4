package dev.parley.graphql.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.http.HeaderNames;
import io.helidon.http.WritableHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @Test
    void unlessSaidOtherwiseOnlyTheOwnIsPermitted() {
        var closed = Origins.of("");
        assertThat(permits(closed, "https://dashboard.example", "api.example")).isFalse();
        assertThat(permits(closed, "https://api.example", "api.example")).isTrue();
        assertThat(permits(closed, null, "api.example")).as("a program").isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.example, api.example, true",
        "https://api.example, api.example:443, true",
        "http://api.example, api.example:80, true",
        "http://127.0.0.1:7400, 127.0.0.1:7400, true",
        "http://127.0.0.1:7401, 127.0.0.1:7400, false",
        "https://api.example.evil.example, api.example, false",
        "https://evil.example, api.example, false",
        "ftp://api.example, api.example, false",
        "null, api.example, false",
        "'', api.example, false",
        "'', '', false"
    })
    void theOwnOneIsTheHostThatWasAsked(String origin, String host, boolean permitted) {
        assertThat(permits(Origins.of(""), origin, host)).isEqualTo(permitted);
    }

    @Test
    void listedOnesArePermittedAsBrowsersWriteThem() {
        var listed = Origins.of(" https://Dashboard.example:443 ,http://localhost:5173,");
        assertThat(permits(listed, "https://dashboard.example", "api.example")).isTrue();
        assertThat(permits(listed, "http://localhost:5173", "api.example")).isTrue();
        for (var other : new String[] {
            "http://dashboard.example",
            "https://dashboard.example:8443",
            "https://x.dashboard.example",
            "http://localhost"
        }) {
            assertThat(permits(listed, other, "api.example")).as(other).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.example",
                "dashboard.example",
                "https://a.example/",
                "https://a.example/x",
                "null"
            })
    void whatIsNoOriginStopsTheStart(String setting) {
        assertThatThrownBy(() -> Origins.of(setting))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PARLEY_CORS_ORIGINS")
                .hasMessageContaining(setting);
    }

    private static boolean permits(Origins origins, String origin, String host) {
        var headers = WritableHeaders.create();
        headers.set(HeaderNames.HOST, host);
        if (origin != null) {
            headers.set(HeaderNames.ORIGIN, origin);
        }
        return origins.permit(headers);
    }
}
