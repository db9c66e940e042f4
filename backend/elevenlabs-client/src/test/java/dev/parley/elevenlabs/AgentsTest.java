package dev.parley.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentsTest {

    private final FakeApi api = new FakeApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void listsPageByPage() {
        api.answers(
                exchange -> FakeApi.send(
                        exchange,
                        200,
                        exchange.getRequestURI().toString().contains("cursor")
                                ? "{\"agents\":[{\"agent_id\":\"agent_2\",\"tags\":null}],\"has_more\":false}"
                                : """
                          {"agents":[{"agent_id":"agent_1","name":"Front desk","tags":["a"],"created_at_unix_secs":1790000000,
                           "last_call_time_unix_secs":1790000001,"archived":true,"novel":1}],"next_cursor":"p2","has_more":true}"""));

        var agents = api.client().agents().stream(AgentQuery.builder()
                        .sortBy("name")
                        .sort(SortDirection.ASC)
                        .build())
                .toList();

        assertThat(api.asked())
                .containsExactly(
                        "/v1/convai/agents?sort_by=name&sort_direction=asc",
                        "/v1/convai/agents?sort_by=name&sort_direction=asc&cursor=p2");
        assertThat(agents.getFirst())
                .returns("Front desk", AgentSummary::name)
                .returns(1_790_000_001L, AgentSummary::lastCallTimeUnixSecs)
                .returns(true, AgentSummary::archived);
        assertThat(agents.getFirst().raw().path("novel").intValue()).isEqualTo(1);
        assertThat(agents.get(1).tags()).isEmpty();
        assertThat(agents).hasToString("[AgentSummary[agent_1], AgentSummary[agent_2]]");
    }

    @Test
    void readsOne() {
        api.answers(
                """
                {"agent_id":"agent_1","name":"Front desk","tags":["a"],"metadata":{"created_at_unix_secs":1,"updated_at_unix_secs":2},
                 "conversation_config":{"agent":{"language":"ru","first_message":"Hello","prompt":{"llm":"x"}}},"branch_id":"b"}""");

        var agent = api.client().agents().get("agent_1");

        assertThat(api.asked()).containsExactly("/v1/convai/agents/agent_1");
        assertThat(agent.language()).isEqualTo("ru");
        assertThat(agent.updatedAtUnixSecs()).isEqualTo(2);
        assertThat(agent.raw().at("/conversation_config/agent/prompt/llm").asText())
                .isEqualTo("x");
        assertThat(agent).hasToString("Agent[agent_1]");
    }
}
