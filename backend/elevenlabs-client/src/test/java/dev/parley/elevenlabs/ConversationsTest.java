package dev.parley.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationsTest {

    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "{}";
    private volatile Map<String, String> headers = Map.of();
    private volatile String seenKey = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seenKey = exchange.getRequestHeaders().getFirst("xi-api-key");
            headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsWhatItKnowsAndKeepsTheRest() {
        body =
                """
                {"conversation_id":"conv_1","agent_id":"agent_1","status":"on-the-moon","novel":{"a":1},
                 "transcript":[{"role":"user","message":"Hi","time_in_call_secs":3,"tool_calls":null,"tool_results":null}],
                 "metadata":{"start_time_unix_secs":1790000000,"call_duration_secs":74,"phone_call":null},
                 "analysis":{"call_successful":"success","transcript_summary":"S",
                  "data_collection_results":{"email":{"data_collection_id":"email","value":" a@b.example "},"x":{"value":null}}}}""";

        var conversation = client().conversations().get("conv_1");

        assertThat(seenKey).isEqualTo("key");
        assertThat(conversation.status()).isEqualTo("on-the-moon");
        assertThat(conversation.transcript().getFirst().toolNames()).isEmpty();
        assertThat(conversation.analysis().dataCollection()).containsExactly(Map.entry("email", "a@b.example"));
        assertThat(conversation.raw().path("novel").path("a").asInt()).isEqualTo(1);
        assertThat(conversation.toString()).doesNotContain("Hi");
    }

    @Test
    void tellsRefusalsApart() {
        status = 429;
        headers = Map.of("Retry-After", "7", "request-id", "r1");
        body = "{\"detail\":{\"code\":\"concurrent_limit_exceeded\",\"message\":\"m\"}}";
        var limited = refusal();
        assertThat(limited.kind()).isEqualTo(ApiException.Kind.RATE_LIMITED);
        assertThat(limited.code()).isEqualTo("concurrent_limit_exceeded");
        assertThat(limited.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(limited.requestId()).contains("r1");

        status = 422;
        body = "{\"detail\":[{\"loc\":[\"query\"],\"msg\":\"m\",\"type\":\"t\"}]}";
        assertThat(refusal().kind()).isEqualTo(ApiException.Kind.VALIDATION);

        status = 401;
        body = "{\"detail\":{\"status\":\"missing_permissions\"}}";
        assertThat(refusal().code()).isEqualTo("missing_permissions");

        status = 500;
        body = "<html>oops</html>";
        assertThat(refusal().kind()).isEqualTo(ApiException.Kind.SERVER);
    }

    @Test
    void refusesWhatIsNoConversation() {
        body = "{\"conversation_id\":\"conv_1\",";
        assertThatThrownBy(() -> client().conversations().get("conv_1"))
                .isInstanceOf(UnexpectedResponseException.class);
        body = "{\"conversation_id\":\"conv_1\"}";
        assertThatThrownBy(() -> client().conversations().get("conv_1")).hasMessage("The field agent_id is missing");
    }

    @Test
    void saysWhenNobodyAnswers() {
        server.stop(0);
        assertThatThrownBy(() -> client().conversations().get("conv_1")).isInstanceOf(TransportException.class);
    }

    private ApiException refusal() {
        return catchThrowableOfType(
                ApiException.class, () -> client().conversations().get("conv_1"));
    }

    private ElevenLabs client() {
        return ElevenLabs.builder()
                .apiKey("key")
                .baseUrl(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .build();
    }
}
