package dev.parley.sandbox.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListTest {

    private final TestingElevenLabs api = new TestingElevenLabs();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void anItemSaysWhatTheDescriptionSays() {
        api.record(api.detail("conv_1", 100));

        var list = api.list("");

        assertThat(list.path("has_more").isBoolean()).isTrue();
        assertThat(list.path("next_cursor").isNull()).isTrue();
        var item = list.path("conversations").path(0);
        assertThat(item.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "agent_id",
                        "branch_id",
                        "version_id",
                        "agent_name",
                        "conversation_id",
                        "start_time_unix_secs",
                        "call_duration_secs",
                        "message_count",
                        "status",
                        "termination_reason",
                        "call_successful",
                        "call_success_score",
                        "transcript_summary",
                        "call_summary_title",
                        "main_language",
                        "conversation_initiation_source",
                        "tool_names",
                        "direction",
                        "rating",
                        "sentiment_analysis",
                        "tag_ids");
        var detail = api.conversation("conv_1");
        assertThat(item.path("message_count").asInt())
                .isEqualTo(detail.path("transcript").size());
        assertThat(item.path("call_duration_secs"))
                .isEqualTo(detail.path("metadata").path("call_duration_secs"));
        assertThat(item.path("sentiment_analysis")).isEqualTo(detail.path("sentiment_analysis"));
        assertThat(item.path("transcript_summary").isNull()).isTrue();
        assertThat(api.list("?summary_mode=include").findPath("transcript_summary"))
                .isEqualTo(detail.path("analysis").path("transcript_summary"));
    }

    @Test
    void theNewestComesFirstUnlessToldOtherwise() {
        api.record(api.detail("conv_b", 300));
        api.record(api.detail("conv_c", 100));
        api.record(api.detail("conv_a", 200));
        api.record(api.detail("conv_a2", 200));

        assertThat(api.ids("")).containsExactly("conv_c", "conv_a2", "conv_a", "conv_b");
        assertThat(api.ids("?sort_direction=asc")).containsExactly("conv_b", "conv_a", "conv_a2", "conv_c");
    }

    @Test
    void pagesFollowOneAnotherWhateverHappensBetween() {
        IntStream.range(0, 5).forEach(n -> api.record(api.detail("conv_" + n, 100 * (n + 1))));

        var first = api.list("?page_size=2");
        api.record(api.detail("conv_new", 1));
        api.record(api.detail("conv_1", 150)); // moved, but before the cursor still
        var second = api.list("?page_size=2&cursor=" + first.path("next_cursor").asText());
        var third = api.list("?page_size=2&cursor=" + second.path("next_cursor").asText());

        assertThat(first.findValuesAsText("conversation_id")).containsExactly("conv_0", "conv_1");
        assertThat(second.findValuesAsText("conversation_id")).containsExactly("conv_2", "conv_3");
        assertThat(third.findValuesAsText("conversation_id")).containsExactly("conv_4");
        assertThat(second.path("has_more").asBoolean()).isTrue();
        assertThat(third.path("has_more").asBoolean()).isFalse();
        assertThat(third.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void aPageHasThirtyUnlessToldOtherwise() {
        IntStream.range(0, 31).forEach(n -> api.record(api.detail("conv_" + n, n)));

        assertThat(api.ids("")).hasSize(30);
        assertThat(api.ids("?page_size=100")).hasSize(31);
    }

    @ParameterizedTest
    @CsvSource({
        "call_start_after_unix=1772366200,                                 new other",
        "call_start_before_unix=1772366200,                                other old",
        "call_start_after_unix=1772366300,                                 new",
        "call_duration_min_secs=1000,                                      other",
        "call_duration_max_secs=999,                                       new old",
        "call_successful=failure,                                          old",
        "exclude_statuses=done,                                            other",
        "exclude_statuses=done&exclude_statuses=failed,                    ''",
        "user_id=jane,                                                     other",
        "agent_id=agent_nobodys,                                           ''",
        "main_languages=de&main_languages=en,                              other",
        "tag_ids=vip&tag_ids=x,                                            old",
        "rating_min=3,                                                     old",
        "rating_max=3,                                                     ''",
        "tool_names=end_call,                                              ''",
        "termination_reasons=gone,                                         other",
        "conversation_initiation_source=widget,                            old",
        "call_successful=success&call_start_before_unix=1772366200,        other"
    })
    void filtersAddUp(String query, String expected) {
        api.record(with(api.detail("new", 100), "{}"));
        api.record(
                with(
                        api.detail("other", 200),
                        """
                {'status': 'failed', 'user_id': 'jane',
                 'metadata': {'call_duration_secs': 1000, 'main_language': 'de', 'termination_reason': 'gone'}}"""));
        api.record(
                with(
                        api.detail("old", 300),
                        """
                {'analysis': {'call_successful': 'failure'}, 'tag_ids': ['a', 'vip'],
                 'metadata': {'feedback': {'rating': 4}, 'conversation_initiation_source': 'widget'}}"""));

        assertThat(String.join(" ", api.ids("?" + query))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "page_size=0,            page_size,        greater_than_equal",
        "page_size=101,          page_size,        less_than_equal",
        "page_size=many,         page_size,        int_parsing",
        "sort_direction=up,      sort_direction,   enum",
        "exclude_statuses=gone,  exclude_statuses, enum",
        "call_successful=maybe,  call_successful,  enum",
        "search=x,               search,           not_imitated"
    })
    void whatIsNotAsDescribedIsRefused(String query, String parameter, String type) {
        var answer = api.get(TestingElevenLabs.CONVERSATIONS + "?" + query);

        var problem = answer.json().path("detail").path(0);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(problem.path("loc").toString()).isEqualTo("[\"query\",\"" + parameter + "\"]");
        assertThat(problem.path("type").asText()).isEqualTo(type);
    }

    @Test
    void aCursorOfOnesOwnMakingIsRefused() {
        for (var cursor : List.of("x", "!!", "MTIz", "eCB5")) {
            var answer = api.get(TestingElevenLabs.CONVERSATIONS + "?cursor=" + cursor);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("detail").path("code").asText()).isEqualTo("invalid_cursor");
        }
    }

    @Test
    void aListHoldsOnesOwn() {
        api.record(api.detail("conv_1", 100));
        var english = api.world.clientSpeaking("en");

        assertThat(api.http
                        .get(TestingElevenLabs.CONVERSATIONS, "xi-api-key", english.elevenlabsApiKey())
                        .text())
                .isEqualTo("{\"conversations\":[],\"next_cursor\":null,\"has_more\":false}");
        assertThat(api.http.get(TestingElevenLabs.CONVERSATIONS).status()).isEqualTo(401);
    }

    private static ObjectNode with(ObjectNode detail, String patch) {
        Merge.into(detail, TestingElevenLabs.json(patch));
        return detail;
    }
}
