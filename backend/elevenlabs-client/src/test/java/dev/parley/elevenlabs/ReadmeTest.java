package dev.parley.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of the README, as it stands there. */
class ReadmeTest {

    private static final String PAGE =
            """
            {"conversations":[{"conversation_id":"conv_1","agent_id":"agent_1","status":"done"},
             {"conversation_id":"conv_2","agent_id":"agent_1","status":"processing"}],"has_more":false}""";
    private static final String DETAIL =
            """
            {"conversation_id":"conv_1","agent_id":"agent_1","status":"done","transcript":[{"role":"user","message":"Hi"}]}""";

    private final Instant since = Instant.EPOCH;
    private final String apiKey = "key";
    private final List<String> taken = new ArrayList<>();
    private Duration waited = Duration.ZERO;

    @Test
    void worksAndIsTheSame() throws IOException {
        try (var api = new FakeApi()) {
            api.answers(exchange ->
                    FakeApi.send(exchange, 200, exchange.getRequestURI().getQuery() == null ? DETAIL : PAGE));
            example(api.client());
            assertThat(taken).containsExactly("user: Hi");
            assertThat(api.asked()).hasSize(2);

            api.answers(503, "", Map.of());
            example(api.client());
            assertThat(waited).isEqualTo(Duration.ofSeconds(5));
        }
        assertThat(squeezed(Files.readString(Path.of("src/test/java/dev/parley/elevenlabs/ReadmeTest.java"))))
                .contains(squeezed(readme()));
    }

    private void example(ElevenLabs elevenLabs) {
        var query = ConversationQuery.builder()
                .startedAfter(since)
                .sort(SortDirection.ASC)
                .pageSize(100)
                .build();
        try (var summaries = elevenLabs.conversations().stream(query)) {
            summaries.filter(ConversationSummary::isFinished).forEach(summary -> {
                var conversation = elevenLabs.conversations().get(summary.conversationId());
                conversation.transcript().forEach(turn -> take(turn.role(), turn.message()));
            });
        } catch (ApiException e) {
            waitFor(e.retryAfter().orElse(Duration.ofSeconds(e.isTransient() ? 5 : 0)));
        }
    }

    @Test
    void aKeyIsAllThatIsNeeded() {
        var elevenLabs = ElevenLabs.builder().apiKey(apiKey).build();

        assertThat(elevenLabs.conversations()).isNotNull();
    }

    private void take(String role, String message) {
        taken.add(role + ": " + message);
    }

    private void waitFor(Duration duration) {
        waited = duration;
    }

    /** Without its first line, which makes a client of the real API. */
    private static String readme() throws IOException {
        var text = Files.readString(Path.of("README.md"));
        var code = text.substring(text.indexOf("```java") + 7);
        var lines = code.substring(0, code.indexOf("```")).strip();
        return lines.substring(lines.indexOf('\n'));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }
}
