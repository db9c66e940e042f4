package dev.parley.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransportTest {

    private final FakeApi api = new FakeApi();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        api.close();
    }

    @Test
    void saysWhenNobodyAnswers() {
        var client = api.client();
        api.close();

        assertThatThrownBy(() -> client.conversations().get("conv_1"))
                .isInstanceOf(TransportException.class)
                .hasMessage("ElevenLabs did not answer");
    }

    @Test
    void givesUpOnAnAnswerThatDoesNotCome() {
        api.answers(exchange -> await());

        assertThatThrownBy(() -> impatient().conversations().get("conv_1")).isInstanceOf(TransportException.class);
    }

    @Test
    void givesUpOnAnAnswerThatStopsInTheMiddle() {
        api.answers(exchange -> {
            start(exchange, 200, "{\"conversation_id\":");
            await();
        });

        assertThatThrownBy(() -> impatient().conversations().get("conv_1"))
                .isInstanceOf(TransportException.class)
                .hasMessage("ElevenLabs did not answer in time");
    }

    @Test
    void noticesAnAnswerThatIsCutOff() {
        api.answers(exchange -> start(exchange, 200, "{\"conversation_id\":"));

        assertThatThrownBy(() -> api.client().conversations().get("conv_1")).isInstanceOf(TransportException.class);
    }

    @Test
    void anInterruptEndsTheWaiting() {
        api.answers(exchange -> await());
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> api.client().conversations().get("conv_1"))
                .isInstanceOf(TransportException.class)
                .hasMessage("Interrupted while waiting for ElevenLabs");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void recordingsArriveInAStream() throws IOException {
        var firstSeen = new CountDownLatch(1);
        api.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "audio/mpeg");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[] {-1, 2, 3});
            exchange.getResponseBody().flush();
            await(firstSeen);
            exchange.getResponseBody().write(4);
        });

        try (var audio = api.client().conversations().audio("conv_1")) {
            assertThat(audio.contentType()).isEqualTo("audio/mpeg");
            assertThat(audio.stream().read()).isEqualTo(255);
            firstSeen.countDown(); // the rest was not there yet
            assertThat(audio.stream().readAllBytes()).containsExactly(2, 3, 4);
            assertThat(audio.stream().read()).isEqualTo(-1);
        }
        assertThat(api.asked()).containsExactly("/v1/convai/conversations/conv_1/audio");
    }

    @Test
    void recordingsThatAreNotThereAreRefusedBeforeTheStream() {
        api.answers(404, "{\"detail\":{\"code\":\"file_not_found\"}}", Map.of());

        assertThatThrownBy(() -> api.client().conversations().audio("conv_1"))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(ApiException.Kind.NOT_FOUND);
                    assertThat(refusal.code()).isEqualTo("file_not_found");
                });
    }

    @Test
    void aRecordingThatStopsInTheMiddleFailsTheReader() {
        api.answers(exchange -> {
            start(exchange, 200, "abc");
            await();
        });

        try (var audio = impatient().conversations().audio("conv_1")) {
            assertThatThrownBy(() -> audio.stream().readAllBytes()).isInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void aRecordingThatIsCutOffFailsTheReader() {
        api.answers(exchange -> start(exchange, 200, "abc"));

        try (var audio = api.client().conversations().audio("conv_1")) {
            assertThatThrownBy(() -> audio.stream().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void theBaseMayHaveAPathAndTheConnectionsAnOwner() {
        api.answers("{\"agents\":[],\"has_more\":false}");

        ElevenLabs.builder()
                .apiKey("key")
                .baseUrl(URI.create(api.url() + "/proxy/"))
                .httpClient(HttpClient.newHttpClient())
                .build()
                .agents()
                .list(AgentQuery.ALL);

        assertThat(api.asked()).containsExactly("/proxy/v1/convai/agents");
    }

    private ElevenLabs impatient() {
        return api.client(Duration.ofMillis(300), Clock.systemUTC());
    }

    /** Promises more than it sends. */
    private static void start(HttpExchange exchange, int status, String part) throws IOException {
        exchange.sendResponseHeaders(status, 1_000);
        exchange.getResponseBody().write(part.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private void await() {
        await(end);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
