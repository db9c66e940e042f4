package dev.parley.sandbox.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AudioTest {

    private final TestingElevenLabs api = new TestingElevenLabs();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aRecordingIsStreamedAsMp3() throws IOException, InterruptedException {
        api.record(api.detail("conv_1", 100));
        var request = HttpRequest.newBuilder(
                        URI.create(api.sandbox.url() + TestingElevenLabs.CONVERSATIONS + "/conv_1/audio"))
                .header("xi-api-key", api.client.elevenlabsApiKey())
                .build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Type")).contains("audio/mpeg");
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
        assertThat(answer.body()).startsWith(0xFF, 0xFB).hasSizeGreaterThan(100_000);
    }

    @Test
    void notEachCallWasRecorded() {
        api.record(api.detail("conv_1", 100).put("has_audio", false));

        assertThat(api.get(TestingElevenLabs.CONVERSATIONS + "/conv_1/audio").status())
                .isEqualTo(404);
        assertThat(api.get(TestingElevenLabs.CONVERSATIONS + "/conv_2/audio").status())
                .isEqualTo(404);
    }
}
