package dev.parley.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationsTest {

    private final FakeApi api = new FakeApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void readsWhatItKnowsAndKeepsTheRest() {
        api.answers(
                """
                {"conversation_id":"conv_1","agent_id":"agent_1","status":"on-the-moon","novel":{"a":1},
                 "transcript":[{"role":"user","message":"Hi","time_in_call_secs":3,"tool_calls":null,"tool_results":null}],
                 "metadata":{"start_time_unix_secs":1790000000,"call_duration_secs":74,"phone_call":null},
                 "analysis":{"call_successful":"success","transcript_summary":"S",
                  "data_collection_results":{"email":{"data_collection_id":"email","value":" a@b.example "},"x":{"value":null}},
                  "evaluation_criteria_results_list":[{"criteria_id":"polite","result":"failure"}]}}""");

        var conversation = api.client().conversations().get("conv 1/2");

        assertThat(api.asked()).containsExactly("/v1/convai/conversations/conv%201%2F2");
        assertThat(api.key()).isEqualTo("key");
        assertThat(conversation.status()).isEqualTo("on-the-moon");
        assertThat(conversation.isFinished()).isFalse();
        assertThat(conversation.transcript().getFirst().toolNames()).isEmpty();
        assertThat(conversation.analysis().dataCollection()).containsExactly(Map.entry("email", "a@b.example"));
        assertThat(conversation.analysis().evaluations()).containsExactly(Map.entry("polite", "failure"));
        assertThat(conversation.raw().path("novel").path("a").asInt()).isEqualTo(1);
    }

    @Test
    void readsNullAsNothing() {
        api.answers(
                """
                {"conversation_id":"conv_1","agent_id":"agent_1","status":"in-progress","transcript":null,"metadata":null,
                 "analysis":null,"tag_ids":null,"user_id":null,"has_audio":null}""");

        var conversation = api.client().conversations().get("conv_1");

        assertThat(conversation.transcript()).isEmpty();
        assertThat(conversation.tagIds()).isEmpty();
        assertThat(conversation.analysis()).isNull();
        assertThat(conversation.metadata().terminationReason()).isEmpty();
        assertThat(conversation.hasAudio()).isFalse();
    }

    @Test
    void printsNothingPersonal() {
        api.answers(
                """
                {"conversation_id":"conv_1","agent_id":"agent_1","status":"done","user_id":"Hi",
                 "transcript":[{"role":"user","message":"Hi"}],"metadata":{"phone_call":{"external_number":"Hi"}},
                 "analysis":{"transcript_summary":"Hi","data_collection_results":{"a":{"value":"Hi"}}}}""");

        var conversation = api.client().conversations().get("conv_1");

        assertThat(conversation + " " + conversation.transcript() + conversation.metadata() + conversation.analysis())
                .isEqualTo("Conversation[conv_1 done] [Turn[user at 0 s]]Metadata[started 0]Analysis[unknown]")
                .doesNotContain("Hi");
    }

    @Test
    void refusesWhatIsNoConversation() {
        api.answers("{\"conversation_id\":\"conv_1\",\"agent_id\":");
        assertThatThrownBy(() -> api.client().conversations().get("conv_1"))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("The answer is not JSON")
                .hasNoCause();
        api.answers("{\"conversation_id\":\"conv_1\"}");
        assertThatThrownBy(() -> api.client().conversations().get("conv_1"))
                .hasMessage("The field agent_id is missing");
    }
}
