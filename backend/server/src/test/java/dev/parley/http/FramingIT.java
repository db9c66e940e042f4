package dev.parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.elevenlabs.WebhookSignature;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import dev.parley.testing.RawHttp;
import dev.parley.testing.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that a proxy in front could read in another way is refused, and what stands behind it is no request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FramingIT {

    private static final String BODY = "{\"query\":\"{ me { id } }\"}";
    private static final String HIDDEN = "GET /health/live HTTP/1.1\r\nHost: parley\r\n\r\n";

    /** Each with a body that would be whole if the server looked at one of the two only, and a request behind it. */
    private static final List<String> HEADS = List.of(
            length(BODY.length() + HIDDEN.length() + 14) + "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\n" + length(BODY.length()),
            "Transfer-Encoding: chunked\r\nContent-Length: 0\r\n",
            length(BODY.length()) + length(BODY.length() + HIDDEN.length()),
            length(BODY.length()) + length(BODY.length()),
            "Content-Length: +" + BODY.length() + "\r\n",
            "Content-Length: -1\r\n",
            "Content-Length: 0x19\r\n",
            "Content-Length: " + BODY.length() + ", " + BODY.length() + "\r\n",
            "Content-Length: " + BODY.length() + " 5\r\n",
            "Content-Length:\r\n",
            "Content-Length: \u000b" + BODY.length() + "\r\n",
            "Content-Length: 18446744073709551641\r\n",
            "Content-Length : " + BODY.length() + "\r\n",
            " " + length(BODY.length()),
            length(BODY.length()) + "Transfer-Encoding: xchunked\r\n",
            "Transfer-Encoding: xchunked\r\n",
            "Transfer-Encoding: identity\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "Transfer-Encoding: chunked, chunked\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
            "Transfer-Encoding: Chunked\r\n",
            "Transfer-Encoding: \"chunked\"\r\n",
            "Transfer-Encoding: \u000bchunked\r\n",
            "Transfer-Encoding : chunked\r\n",
            "Transfer-Encoding:\r\n chunked\r\n");

    /** After a head that is right. */
    private static final List<String> CHUNKS = List.of(
            chunk("") + "XX0\r\n\r\n",
            chunk("") + "0\r\n\r\n",
            chunk("") + "\n0\r\n\r\n",
            chunk("+") + "\r\n0\r\n\r\n",
            chunk("-") + "\r\n0\r\n\r\n",
            chunk("0x") + "\r\n0\r\n\r\n",
            chunk(" ") + "\r\n0\r\n\r\n",
            chunk("").replace("\r\n", " \r\n") + "\r\n0\r\n\r\n",
            chunk("").replace("\r\n", ";a=b\r\n") + "\r\n0\r\n\r\n",
            chunk("").replace("\r\n", "\n") + "\r\n0\r\n\r\n",
            chunk("FFFFFFFF000000") + "\r\n0\r\n\r\n",
            "\r\n" + chunk("") + "\r\n0\r\n\r\n",
            chunk("") + "\r\n-0\r\n\r\n",
            chunk("") + "\r\n0\r\nContent-Length: 5\r\n\r\n",
            chunk("") + "\r\n0\r\nX\r\n");

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final String token = client.token("viewer");

    static Stream<String> heads() {
        return HEADS.stream();
    }

    static Stream<String> chunks() {
        return CHUNKS.stream();
    }

    @ParameterizedTest
    @MethodSource("heads")
    void anEndThatCanBeReadInTwoWaysIsRefused(String head) throws IOException {
        for (var path : List.of(
                "/graphql", "/graphql/stream", "/webhooks/elevenlabs/" + client.id(), "/none", "/health/live")) {
            refused(path, head, head.contains("hunked") ? chunk("") + "\r\n0\r\n\r\n" : BODY);
        }
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void aChunkThatIsNoneEndsTheConnection(String chunks) throws IOException {
        refused("/graphql", "Transfer-Encoding: chunked\r\n", chunks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XX0\r\n\r\n", "\r\n+0\r\n\r\n"})
    void noPathTakesAChunkThatIsNone(String end) throws IOException {
        refused("/graphql/stream", "Transfer-Encoding: chunked\r\n", chunk("") + end);
        refused("/webhooks/elevenlabs/" + client.id(), "Transfer-Encoding: chunked\r\n", chunk("") + end);
        // Answered before anybody looks at the body; the connection is closed all the same.
        assertThat(answer("/none", "Transfer-Encoding: chunked\r\n", chunk("") + end))
                .containsOnlyOnce("HTTP/1.1 ");
    }

    /** Or the tests above would pass with a server that refuses everything. */
    @ParameterizedTest
    @MethodSource("fair")
    void whatIsPlainIsTaken(String request) throws IOException {
        assertThat(answer(
                        "/graphql",
                        request.substring(0, request.indexOf("\r\n") + 2),
                        request.substring(request.indexOf("\r\n") + 2)))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"UP\"");
    }

    static Stream<String> fair() {
        return Stream.of(
                length(BODY.length()) + BODY,
                "content-length:" + BODY.length() + "\r\n" + BODY,
                "Transfer-Encoding: chunked\r\n" + chunk("") + "\r\n0\r\n\r\n",
                "transfer-encoding:chunked\r\n" + chunk("000") + "\r\n000\r\n\r\n");
    }

    private void refused(String path, String head, String body) throws IOException {
        assertThat(answer(path, head, body))
                .as(path)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("\r\nConnection: close\r\n")
                .containsOnlyOnce("HTTP/1.1 ");
    }

    private String answer(String path, String head, String body) throws IOException {
        try (var raw = new RawHttp(parley.url())) {
            return raw.write("POST " + path
                            + " HTTP/1.1\r\nHost: parley\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                            + token + "\r\n"
                            + "ElevenLabs-Signature: "
                            + WebhookSignature.sign(
                                    BODY.getBytes(StandardCharsets.UTF_8),
                                    client.client().webhookSecret(),
                                    TestClock.shared().instant())
                            + "\r\n"
                            + head + "\r\n" + body + HIDDEN.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"))
                    .readToTheEnd();
        }
    }

    private static String length(int bytes) {
        return "Content-Length: " + bytes + "\r\n";
    }

    private static String chunk(String before) {
        return before + Integer.toHexString(BODY.length()) + "\r\n" + BODY;
    }
}
