package dev.parley.sandbox.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgentsTest {

    private static final String AGENTS = "/v1/convai/agents";

    private final TestingElevenLabs api = new TestingElevenLabs();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aClientSeesItsOwnAgent() {
        var list = api.get(AGENTS).json();
        var one = api.get(AGENTS + "/" + api.client.agent().id()).json();

        assertThat(list.path("has_more").asBoolean()).isFalse();
        assertThat(list.path("agents")).hasSize(1);
        assertThat(list.path("agents").path(0).path("agent_id").asText())
                .isEqualTo(api.client.agent().id());
        assertThat(one.path("name").asText()).isEqualTo(api.client.agent().name());
        assertThat(one.at("/conversation_config/agent/language").asText()).isEqualTo("ru");
        assertThat(one.at("/metadata/created_at_unix_secs").asLong()).isEqualTo(api.world.createdAtUnixSecs());
    }

    @Test
    void anotherClientsAgentIsNone() {
        var other = api.world.clientSpeaking("en").agent().id();

        assertThat(api.get(AGENTS + "/" + other).status()).isEqualTo(404);
        assertThat(api.http.get(AGENTS).status()).isEqualTo(401);
    }

    @Test
    void parametersAreReadAndHaveLittleToDo() {
        assertThat(api.get(AGENTS + "?search=%D0%B0%D0%BB%D0%B8%D1%81%D0%B0")
                        .json()
                        .path("agents"))
                .hasSize(1);
        assertThat(api.get(AGENTS + "?search=x").json().path("agents")).isEmpty();
        assertThat(api.get(AGENTS + "?archived=true").json().path("agents")).isEmpty();
        assertThat(api.get(AGENTS + "?sort_by=colour").status()).isEqualTo(422);
        assertThat(api.get(AGENTS + "?page_size=0").status()).isEqualTo(422);
        assertThat(api.get(AGENTS + "?cursor=x").status()).isEqualTo(400);
    }
}
