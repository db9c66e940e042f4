package dev.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Parley;
import dev.parley.testing.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** After an answer that says so the connection is at its end. */
class LastAnswersIT {

    private final Parley parley = Parley.shared();

    @Test
    void whatIsLeftOfABodyIsNoRequest() throws IOException {
        try (var client = new RawHttp(parley.url())) {
            client.write("POST /graphql HTTP/1.1\r\nHost: parley\r\nContent-Length: 16000000\r\n\r\n")
                    .write(new byte[3 << 20])
                    .write("\r\n\r\nGET /health/live HTTP/1.1\r\nHost: parley\r\n\r\n");

            assertThat(client.readToTheEnd())
                    .startsWith("HTTP/1.1 401 ")
                    .contains("Connection: close")
                    .containsOnlyOnce("HTTP/1.1");
        }
    }

    @Test
    void aClientThatAsksForItIsHungUpOn() throws IOException {
        try (var client = new RawHttp(parley.url())) {
            client.write("GET /health/live HTTP/1.1\r\nHost: parley\r\nConnection: close\r\n\r\n");

            assertThat(client.readToTheEnd()).startsWith("HTTP/1.1 200 ");
        }
    }
}
