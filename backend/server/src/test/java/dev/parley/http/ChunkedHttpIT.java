package dev.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.elevenlabs.WebhookSignature;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.RawHttp;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks are taken however large they are, and a large one is refused before it is all there. */
class ChunkedHttpIT {

    private static final String HEAD =
            "POST /graphql HTTP/1.1\r\nHost: parley\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7_000, 65_536, 65_537, 200_000, Integer.MAX_VALUE})
    void aBodyIsTheSameInChunksOfAnySize(int most) throws IOException {
        var call = client.call().user("x".repeat(most <= 2 ? 10 : 3 << 20));
        var body = Parley.envelope("something_new", call.json(), Instant.now());
        var signature = WebhookSignature.sign(body, client.client().webhookSecret(), Instant.now());
        try (var raw = new RawHttp(parley.url())) {
            raw.write("POST /webhooks/elevenlabs/" + client.id()
                    + " HTTP/1.1\r\nHost: parley\r\nTransfer-Encoding: chunked\r\nElevenLabs-Signature: " + signature
                    + "\r\n\r\n");
            for (int at = 0; at < body.length; at += Math.min(most, body.length - at)) {
                int size = Math.min(most, body.length - at);
                raw.write(Integer.toHexString(size) + "\r\n")
                        .write(Arrays.copyOfRange(body, at, at + size))
                        .write("\r\n");
            }
            // Whatever comes next on the connection is where it should be.
            raw.write("0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: parley\r\nConnection: close\r\n\r\n");

            assertThat(raw.readToTheEnd())
                    .startsWith("HTTP/1.1 200 ")
                    .contains("\"STORED\"")
                    .contains("\"UP\"");
        }
        assertThat(parley.sql(
                        "select body = ? from inbound_webhooks where convert_from(body, 'UTF8') like ?",
                        body,
                        "%" + call.id() + "%"))
                .isEqualTo("t");
    }

    @Test
    void aChunkOfAStrangerIsNotGathered() throws IOException {
        try (var raw = new RawHttp(parley.url())) {
            raw.write(HEAD + "\r\nC800000\r\n").write(new byte[2 << 20]); // of 200 MiB

            assertThat(raw.readToTheEnd()).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void aChunkOfACallerIsNotGathered() throws IOException {
        var token = client.token("viewer");
        try (var raw = new RawHttp(parley.url())) {
            raw.write(HEAD + "Authorization: Bearer " + token + "\r\n\r\nC800000\r\n")
                    .write(new byte[17 << 20]);

            assertThat(raw.readToTheEnd()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void theSizeOfAChunkIsNoStory() throws IOException {
        var token = client.token("viewer");
        try (var raw = new RawHttp(parley.url())) {
            raw.write(HEAD + "Authorization: Bearer " + token + "\r\n\r\n" + "0".repeat(10_000));

            assertThat(raw.readToTheEnd()).startsWith("HTTP/1.1 400 ");
        }
    }
}
