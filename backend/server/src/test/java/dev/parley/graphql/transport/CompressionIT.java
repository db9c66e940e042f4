package dev.parley.graphql.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LARGE = "{ __schema { types { name description fields { name description } } } }";
    private static final String SMALL = "{ me { id } }";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);

    @Test
    void aLargeAnswerIsCompressedForWhoCanReadIt() throws Exception {
        var compressed = ask(LARGE, "br, gzip;q=0.8");
        var plain = ask(LARGE, "identity");

        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(compressed.body().length).isLessThan(plain.body().length / 3);
        assertThat(data(unzip(compressed.body()))).isEqualTo(data(plain.body()));
        assertThat(compressed.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(plain.headers().allValues("Vary")).contains("Accept-Encoding");
    }

    @Test
    void aSmallAnswerIsSentAsItIs() throws Exception {
        var answer = ask(SMALL, "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(data(answer.body()).at("/me/id").isTextual()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|true",
                "deflate, GZIP|true",
                "gzip;q=0.1|true",
                "gzip ; q=1.0|true",
                "gzip;q=0|false",
                "gzip;q=0.000|false",
                "xgzip|false",
                "''|false",
                "identity|false"
            })
    void whoCanReadIt(String acceptEncoding, boolean accepted) {
        assertThat(Compression.accepts(acceptEncoding)).isEqualTo(accepted);
    }

    private HttpResponse<byte[]> ask(String query, String acceptEncoding) throws IOException, InterruptedException {
        var request = client.api("owner")
                .request(parley.graphql())
                .header("Content-Type", "application/json")
                .header("Accept-Encoding", acceptEncoding)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.valueToTree(Map.of("query", query)).toString()))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] unzip(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static JsonNode data(byte[] bytes) throws IOException {
        return JSON.readTree(bytes).path("data");
    }
}
