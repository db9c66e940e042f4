package dev.parley.admin.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphQlClientTest {

    record Answer(Me me) {}

    record Me(String email) {}

    private final AtomicReference<String> body = new AtomicReference<>("");
    private final AtomicReference<Integer> status = new AtomicReference<>(200);
    private final AtomicReference<String> sent = new AtomicReference<>("");
    private final AtomicReference<String> contentType = new AtomicReference<>("");
    private HttpServer server;
    private GraphQlClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            contentType.set(exchange.getRequestHeaders().getFirst("Content-Type"));
            sent.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status.get(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        client = new GraphQlClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/graphql"),
                HttpClient.newHttpClient());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsWhatItKnowsAndLeavesTheRest() {
        body.set("{\"data\":{\"me\":{\"email\":\"a@b.test\",\"later\":1},\"more\":{}}}");

        assertThat(execute()).isEqualTo(new Answer(new Me("a@b.test")));
    }

    @ParameterizedTest
    @CsvSource({"5", "-1"})
    void filesGoAlongAsTheMultipartSpecificationHasThem(long size) {
        body.set("{\"data\":{}}");
        var content = new ByteArrayInputStream("bytes".getBytes(StandardCharsets.UTF_8));
        var file = new FileUpload("a \"b\".txt", size, () -> content);

        client.upload("token", "north", new Document("mutation M"), Map.of("input", 1), "file", file, Map.class);

        var boundary = contentType.get().replaceFirst("multipart/form-data; boundary=", "");
        assertThat(sent.get().replace(boundary, "BOUNDARY"))
                .isEqualTo(
                        """
                        --BOUNDARY
                        Content-Disposition: form-data; name="operations"

                        {"query":"mutation M","variables":{"file":null,"input":1}}
                        --BOUNDARY
                        Content-Disposition: form-data; name="map"

                        {"0":["variables.file"]}
                        --BOUNDARY
                        Content-Disposition: form-data; name="0"; filename="a %22b%22.txt"
                        Content-Type: application/octet-stream

                        bytes
                        --BOUNDARY--
                        """
                                .replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHENTICATED, UNAUTHENTICATED",
        "403, FORBIDDEN, FORBIDDEN",
        "504, TIMEOUT, UNREACHABLE",
        "500, INTERNAL, FAILED",
        "200, SOMETHING_NEW, FAILED"
    })
    void tellsRefusalsApartByTheirCode(int httpStatus, String code, Problem problem) {
        status.set(httpStatus);
        body.set("{\"errors\":[{\"message\":\"no\",\"extensions\":{\"code\":\"%s\",\"requestId\":\"r-1\"}}]}"
                .formatted(code));

        var failure = catchThrowableOfType(ApiException.class, this::execute);

        assertThat(failure.problem()).isEqualTo(problem);
        assertThat(failure.requestId()).isEqualTo("r-1");
    }

    @ParameterizedTest
    @CsvSource({"502, <html>, UNREACHABLE", "200, <html>, FAILED", "200, '', FAILED", "200, '{\"data\":null}', FAILED"})
    void survivesAnswersThatAreNoAnswers(int httpStatus, String text, Problem problem) {
        status.set(httpStatus);
        body.set(text);

        assertThat(catchThrowableOfType(ApiException.class, this::execute).problem())
                .isEqualTo(problem);
    }

    @Test
    void saysWhenNobodyAnswers() {
        server.stop(0);

        assertThat(catchThrowableOfType(ApiException.class, this::execute).problem())
                .isEqualTo(Problem.UNREACHABLE);
    }

    private Answer execute() {
        return client.execute("token", "client", new Document("{ me { email } }"), Map.of(), Answer.class);
    }
}
