package dev.parley.graphql.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.Api;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import jakarta.enterprise.inject.spi.CDI;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in browsers: which may call, and what they may read. */
class CrossOriginIT {

    private static final String LISTED = "https://dashboard.example";
    private static final String FOREIGN = "https://evil.example";
    private static final String QUERY = "{\"query\":\"{ me { id } }\"}";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final String token = client.token("viewer");

    @ParameterizedTest
    @ValueSource(strings = {"/graphql", "/graphql/stream"})
    void aListedOriginsPreflightSaysWhatItMaySend(String path) {
        var answer = preflight(path, LISTED);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(LISTED);
        assertThat(header(answer, "Access-Control-Allow-Methods")).isEqualTo("GET, POST");
        assertThat(header(answer, "Access-Control-Allow-Headers").toLowerCase(java.util.Locale.ROOT))
                .contains("authorization", "content-type", "x-client-id", "x-request-id");
        assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
        assertThat(header(answer, "Access-Control-Max-Age")).isEqualTo("600");
        assertThat(header(answer, "Vary")).isEqualTo("Origin");
    }

    @Test
    void aListedOriginReadsAnswers() {
        var answer = post(LISTED, token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().path("me").has("id")).isTrue();
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(LISTED);
        assertThat(header(answer, "Access-Control-Expose-Headers")).contains("X-Request-Id");
        assertThat(header(answer, "Vary")).isEqualTo("Origin | Accept-Encoding");
    }

    @Test
    void errorsMayBeReadToo() {
        var answer = post(LISTED, "x");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(LISTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {FOREIGN, "null", "http://dashboard.example", "https://dashboard.example.evil.example"})
    void aForeignOriginIsRefused(String origin) {
        for (var answer : new Api.Answer[] {preflight("/graphql", origin), post(origin, token), get(origin)}) {
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("FORBIDDEN");
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
            assertThat(header(answer, "Vary")).isEqualTo("Origin");
        }
    }

    @Test
    void theOwnOriginIsPermitted() {
        assertThat(post(parley.url().toString(), token).status()).isEqualTo(200);
        assertThat(connect(parley.url().toString())).isEqualTo("open");
    }

    @Test
    void withoutAnOriginNothingIsSaidOfIt() {
        var answer = post(null, token);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(header(answer, "Vary")).isEqualTo("Origin | Accept-Encoding");
    }

    @Test
    void socketsOpenForListedOriginsOnly() {
        var sockets = CDI.current().select(SocketEndpoint.class).get();
        int before = sockets.count();
        assertThat(connect(LISTED)).isEqualTo("open");
        for (int i = 0; i < 5; i++) {
            assertThat(connect(FOREIGN)).isEqualTo("403");
            assertThat(connect("null")).isEqualTo("403");
        }
        assertThat(sockets.count()).as("refused ones are forgotten").isLessThanOrEqualTo(before + 1);
    }

    private Api.Answer preflight(String path, String origin) {
        return parley.withToken(null)
                .send(HttpRequest.newBuilder(parley.url().resolve(path))
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization,content-type,x-client-id")
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    private Api.Answer post(String origin, String bearer) {
        return send(
                parley.withToken(bearer)
                        .request(parley.graphql())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(QUERY)),
                origin);
    }

    private Api.Answer get(String origin) {
        return send(
                parley.withToken(token)
                        .request(URI.create(parley.graphql() + "?query=%7Bme%7Bid%7D%7D"))
                        .GET(),
                origin);
    }

    private Api.Answer send(HttpRequest.Builder request, String origin) {
        return parley.withToken(null).send(origin == null ? request : request.header("Origin", origin));
    }

    private String connect(String origin) {
        try {
            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Origin", origin)
                    .subprotocols("graphql-transport-ws")
                    .buildAsync(parley.graphqlSocket(), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return "open";
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(WebSocketHandshakeException.class);
            return Integer.toString(
                    ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode());
        }
    }

    private static String header(Api.Answer answer, String name) {
        return String.join(" | ", answer.response().headers().allValues(name));
    }
}
