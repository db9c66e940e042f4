package dev.parley.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.scripts.ExpectedLead;
import dev.parley.sandbox.scripts.Script;
import dev.parley.sandbox.scripts.Scripts;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The written conversations, told by the sandbox over HTTP, against the lead a careful reader finds in each. */
class ScriptsIT {

    private static final String QUERY =
            """
            query($id: ID!) { conversation(id: $id) { turnCount language title summary sentimentScore status
              transcript { index role message secondsIn toolNames }
              lead { name email phone company leadQualityScore status conversationSummary
                evidence { field value turn quote state } scoreSignals { name points turn } } } }""";

    private final Parley parley = Parley.shared();

    static Stream<Script> scripts() {
        return Scripts.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void becomesTheLeadAReaderWouldFind(Script script) {
        var conversation = tell(script);

        assertThat(conversation.path("turnCount").intValue())
                .isEqualTo(script.turns().size());
        assertThat(conversation.path("transcript")).hasSize(script.turns().size());
        assertThat(conversation.path("language").asText()).isEqualTo(script.language());
        assertThat(conversation.path("summary").asText()).isEqualTo(script.summary());
        var lead = conversation.path("lead");
        var expected = script.expectedLead();
        if (expected == null) {
            assertThat(lead.isNull()).as(lead.toString()).isTrue();
        } else {
            assertSame(lead, expected);
            assertQuotesStandInTheirTurns(conversation);
            assertThat(sum(lead.path("scoreSignals"))).isEqualTo(expected.score());
        }
    }

    private JsonNode tell(Script script) {
        var client = script.language().equals("ru") ? OwnClient.russian(parley) : new OwnClient(parley);
        var id = "conv_" + UUID.randomUUID().toString().replace("-", "");
        parley.sandbox()
                .play(
                        script.toConversation(
                                id, client.client().agent(), Instant.now().minusSeconds(120)),
                        true);
        await().until(() ->
                parley.sql("select id from conversations where elevenlabs_conversation_id = ?", id) != null);
        return client.api("viewer")
                .data(
                        QUERY,
                        Map.of(
                                "id",
                                parley.sql("select id from conversations where elevenlabs_conversation_id = ?", id)))
                .path("conversation");
    }

    private static void assertSame(JsonNode lead, ExpectedLead expected) {
        assertThat(lead.path("name").textValue()).isEqualTo(expected.name());
        assertThat(lead.path("email").textValue()).isEqualTo(expected.email());
        assertThat(lead.path("phone").textValue()).isEqualTo(expected.phone());
        assertThat(lead.path("company").textValue()).isEqualTo(expected.company());
        assertThat(lead.path("leadQualityScore").intValue()).isEqualTo(expected.score());
        assertThat(StreamSupport.stream(lead.path("evidence").spliterator(), false)
                        .map(one -> one.path("field").asText() + " "
                                + one.path("value").asText() + " "
                                + one.path("turn").asText() + " "
                                + one.path("state").asText()))
                .containsExactlyInAnyOrderElementsOf(expected.evidence().stream()
                        .map(one -> one.field() + " " + one.value() + " " + one.turn() + " " + one.state())
                        .toList());
    }

    private static void assertQuotesStandInTheirTurns(JsonNode conversation) {
        for (var evidence : conversation.path("lead").path("evidence")) {
            if (!evidence.path("turn").isNull()) {
                var turn = conversation
                        .path("transcript")
                        .path(evidence.path("turn").intValue());
                assertThat(turn.path("role").asText()).isEqualTo("USER");
                assertThat(turn.path("message").asText())
                        .contains(evidence.path("quote").asText());
            }
        }
    }

    private static int sum(JsonNode signals) {
        return Math.min(
                100,
                StreamSupport.stream(signals.spliterator(), false)
                        .mapToInt(signal -> signal.path("points").intValue())
                        .sum());
    }
}
