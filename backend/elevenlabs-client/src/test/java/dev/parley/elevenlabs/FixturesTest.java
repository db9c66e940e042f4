package dev.parley.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Reads what ElevenLabs' own SDK wrote and compares it, field by field, with the objects it was written from. Recorded by
 * record-fixtures.mjs in the sandbox's tests.
 */
class FixturesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeApi api = new FakeApi();
    private final ElevenLabs client = api.client();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void conversationsInAList() throws Exception {
        var sdk = recorded("conversations");

        var page = client.conversations().list(ConversationQuery.ALL);

        assertThat(page.nextCursor()).isEqualTo(sdk.path("nextCursor").asText());
        assertThat(page.hasMore()).isTrue();
        var full = page.items().getFirst();
        assertSame(full, sdk.path("conversations").path(0), Set.of("sentimentAnalysis"));
        assertSame(full.sentimentAnalysis(), sdk.path("conversations").path(0).path("sentimentAnalysis"), Set.of());
        var unfinished = page.items().get(1);
        assertThat(unfinished.isFinished()).isFalse();
        assertThat(unfinished.conversationId()).isEqualTo("conv_22");
        assertThat(unfinished.tagIds()).isEmpty();
        assertThat(unfinished.sentimentAnalysis()).isNull();
    }

    @Test
    void aConversation() throws Exception {
        var sdk = recorded("conversation");

        var conversation = client.conversations().get("conv_21");

        assertSame(conversation, sdk, Set.of("transcript", "metadata", "analysis"));
        for (int i = 0; i < sdk.path("transcript").size(); i++) {
            assertSame(conversation.transcript().get(i), sdk.path("transcript").path(i), Set.of("toolNames"));
        }
        assertThat(conversation.transcript())
                .extracting(Turn::toolNames)
                .containsExactly(List.of(), List.of(), List.of("find_slot"), List.of("end_call"));
        var metadata = conversation.metadata();
        assertSame(metadata, sdk.path("metadata"), Set.of("errorReason", "direction", "externalNumber", "agentNumber"));
        assertThat(metadata.errorReason()).isEqualTo("The line was lost.");
        assertThat(metadata.direction()).isEqualTo("outbound");
        assertThat(metadata.externalNumber()).isEqualTo("+14155550199");
        assertThat(metadata.agentNumber()).isEqualTo("+14155550100");
        var analysis = conversation.analysis();
        assertSame(analysis, sdk.path("analysis"), Set.of("dataCollection", "evaluations", "sentimentScore"));
        assertThat(analysis.dataCollection())
                .isEqualTo(Map.of("phone", "+14155550199", "visits", "3", "insured", "true"));
        assertThat(analysis.evaluations()).isEqualTo(Map.of("polite", "failure"));
        assertThat(analysis.sentimentScore()).isNull();
    }

    @Test
    void agents() throws Exception {
        var inList = recorded("agents");
        assertSame(
                client.agents().list(AgentQuery.ALL).items().getFirst(),
                inList.path("agents").path(0),
                Set.of());

        var sdk = recorded("agent");
        var agent = client.agents().get("agent_1");
        assertSame(agent, sdk, Set.of("language", "firstMessage", "createdAtUnixSecs", "updatedAtUnixSecs"));
        assertThat(agent.language()).isEqualTo("en");
        assertThat(agent.firstMessage()).isEqualTo("Hello, Front desk.");
        assertThat(agent.createdAtUnixSecs()).isEqualTo(1_780_000_000);
        assertThat(agent.updatedAtUnixSecs()).isEqualTo(1_785_000_000);
    }

    /** Serves what the SDK wrote. */
    private JsonNode recorded(String name) throws IOException {
        try (var file = FixturesTest.class.getResourceAsStream("fixtures/" + name + ".json")) {
            var recorded = JSON.readTree(file);
            api.answers(recorded.path("wire").toString());
            return recorded.path("sdk");
        }
    }

    /** Components have the SDK's names; what it left out is null, false or empty here. */
    private static void assertSame(Record read, JsonNode sdk, Set<String> others) throws ReflectiveOperationException {
        for (var component : read.getClass().getRecordComponents()) {
            var name = component.getName();
            if (name.equals("raw") || others.contains(name)) {
                continue;
            }
            var value = component.getAccessor().invoke(read);
            if (sdk.has(name)) {
                assertThat(JSON.<JsonNode>valueToTree(value))
                        .as(name)
                        .hasToString(sdk.path(name).toString());
            } else {
                assertThat(value).as(name).isIn(null, false, 0, List.of(), "");
            }
        }
    }
}
