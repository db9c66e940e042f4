package dev.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Parley;
import dev.parley.testing.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is answered, a browser is told to take it for what it says it is, and to stay with TLS where there is TLS. */
class AnswerHeadersIT {

    private static final String STAY = "Strict-Transport-Security: max-age=31536000\r\n";

    private final Parley parley = Parley.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql",
                "/graphql/stream",
                "/graphql/none",
                "/health/live",
                "/metrics",
                "/webhooks/elevenlabs/x",
                "/none"
            })
    void everyAnswerSaysSo(String path) throws IOException {
        assertThat(get(path, ""))
                .contains("\r\nX-Content-Type-Options: nosniff\r\n")
                .doesNotContain("Strict-");
        assertThat(get(path, "X-Forwarded-Proto: https\r\n")).contains(STAY);
        assertThat(get(path, "X-Forwarded-Proto: http\r\n")).doesNotContain("Strict-");
    }

    @Test
    void soDoesARefusalBeforeAnyPath() throws IOException {
        assertThat(get("/graphql", "Content-Length: x\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\r\nX-Content-Type-Options: nosniff\r\n");
    }

    private String get(String path, String header) throws IOException {
        try (var raw = new RawHttp(parley.url())) {
            return raw.write("GET " + path + " HTTP/1.1\r\nHost: parley\r\nConnection: close\r\n" + header + "\r\n")
                    .readToTheEnd();
        }
    }
}
