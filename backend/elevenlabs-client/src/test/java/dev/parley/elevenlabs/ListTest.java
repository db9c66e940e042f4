package dev.parley.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListTest {

    private static final String ITEM =
            """
            {"conversation_id":"conv_%s","agent_id":"agent_1","agent_name":null,"status":"on-the-moon","novel":7,
             "start_time_unix_secs":1790000000,"call_duration_secs":74,"message_count":9,"call_successful":"perhaps",
             "tool_names":null,"tag_ids":null,"sentiment_analysis":null,"transcript_summary":"Hi"}""";

    private final FakeApi api = new FakeApi();
    private final Conversations conversations = api.client().conversations();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void asksForWhatTheQuerySays() {
        api.answers(page("", false));

        conversations.list(ConversationQuery.builder()
                .agentId("agent 1&2")
                .startedAfter(Instant.ofEpochSecond(1_790_000_000))
                .minDuration(Duration.ofMinutes(1))
                .excludeStatuses(List.of(ConversationStatus.IN_PROGRESS, ConversationStatus.FAILED))
                .tagIds(List.of("a"))
                .tagIds(List.of())
                .sort(SortDirection.ASC)
                .pageSize(30)
                .pageSize(100)
                .build());

        assertThat(api.asked())
                .containsExactly("/v1/convai/conversations?agent_id=agent%201%262&call_start_after_unix=1790000000"
                        + "&call_duration_min_secs=60&exclude_statuses=in-progress&exclude_statuses=failed"
                        + "&sort_direction=asc&page_size=100");
    }

    @Test
    void readsItemsWithAllThatIsNewOrNull() {
        api.answers(page("\"next\"", true, 1));

        var page = conversations.list(ConversationQuery.ALL);

        var item = page.items().getFirst();
        assertThat(page.next()).contains("next");
        assertThat(item.conversationId()).isEqualTo("conv_1");
        assertThat(item.startTime()).isEqualTo("2026-09-21T14:13:20Z");
        assertThat(item.status()).isEqualTo("on-the-moon");
        assertThat(item.callSuccessful()).isEqualTo("perhaps");
        assertThat(item.toolNames()).isEmpty();
        assertThat(item.tagIds()).isEmpty();
        assertThat(item.sentimentAnalysis()).isNull();
        assertThat(item.raw().path("novel").intValue()).isEqualTo(7);
        assertThat(page + " " + item).isEqualTo("Page[1 items, more] ConversationSummary[conv_1 on-the-moon]");
    }

    @Test
    void fetchesAPageOnlyWhenTheOneBeforeIsUsedUp() {
        serve(Map.of("", page("\"p 2\"", true, 1, 2), "p%202", page("\"p3\"", true, 3), "p3", page("null", false, 4)));

        assertThat(conversations.stream(ConversationQuery.ALL).limit(2)).hasSize(2);
        assertThat(api.asked()).hasSize(1);

        assertThat(conversations.stream(ConversationQuery.builder().pageSize(2).build())
                        .map(ConversationSummary::conversationId))
                .containsExactly("conv_1", "conv_2", "conv_3", "conv_4");
        assertThat(api.asked().subList(1, 4))
                .containsExactly(
                        "/v1/convai/conversations?page_size=2",
                        "/v1/convai/conversations?page_size=2&cursor=p%202",
                        "/v1/convai/conversations?page_size=2&cursor=p3");
    }

    @Test
    void goesOnFromACursorKeptEarlier() {
        serve(Map.of("p3", page("null", false, 4)));

        var pages = conversations
                .pages(ConversationQuery.builder().cursor("p3").build())
                .toList();

        assertThat(pages).hasSize(1);
        assertThat(pages.getFirst().items().getFirst().conversationId()).isEqualTo("conv_4");
    }

    @Test
    void anEmptyPageInTheMiddleIsNoEnd() {
        serve(Map.of("", page("\"p2\"", true), "p2", page("null", false, 1)));

        assertThat(conversations.stream(ConversationQuery.ALL)).hasSize(1);
    }

    @Test
    void anItemThatSaysLittleDoesNotCostThePage() {
        api.answers(
                "{\"conversations\":[{\"conversation_id\":\"conv_1\",\"status\":null},{\"conversation_id\":\"conv_2\",\"status\":\"done\"}]}");

        var items = conversations.list(ConversationQuery.ALL).items();

        assertThat(items).extracting(ConversationSummary::conversationId).containsExactly("conv_1", "conv_2");
        assertThat(items.getFirst().isFinished()).isFalse();
    }

    @Test
    void stopsHoweverTheApiSaysThatThereIsNoMore() {
        for (var last : List.of(page("\"p2\"", false, 1), page("\"\"", true, 1), page("null", true, 1))) {
            api.answers(last);
            assertThat(conversations.stream(ConversationQuery.ALL)).hasSize(1);
        }
        api.answers("{\"conversations\":[]}");
        assertThat(conversations.stream(ConversationQuery.ALL)).isEmpty();
    }

    @Test
    void refusesToGoRoundInCircles() {
        serve(Map.of("", page("\"p2\"", true, 1), "p2", page("\"p3\"", true, 2), "p3", page("\"p2\"", true, 3)));

        assertThatThrownBy(() -> conversations.stream(ConversationQuery.ALL).count())
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("cursor twice");
        assertThat(api.asked()).hasSize(3);
    }

    @Test
    void refusesWhatIsNoList() {
        for (var answer : List.of("{}", "[]", "{\"conversations\":null}")) {
            api.answers(answer);
            assertThatThrownBy(() -> conversations.list(ConversationQuery.ALL))
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessage("The answer has no conversations");
        }
    }

    @Test
    void queriesAreValuesThatKeepTheirValuesToThemselves() {
        var builder = ConversationQuery.builder().userId("jane");
        var query = builder.build();
        builder.search("secret");

        assertThat(query.parameters()).containsExactly(Map.entry("user_id", List.of("jane")));
        assertThat(query).isEqualTo(ConversationQuery.builder().userId("jane").build());
        assertThat(query.toString()).isEqualTo("ConversationQuery[user_id]");
        assertThat(query.toBuilder().pageSize(2).build().parameters()).containsOnlyKeys("user_id", "page_size");
        assertThatThrownBy(() -> query.parameters().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    /** @param pages by cursor */
    private void serve(Map<String, String> pages) {
        api.answers(exchange -> {
            var query = exchange.getRequestURI().toString();
            int at = query.indexOf("cursor=");
            FakeApi.send(exchange, 200, pages.get(at < 0 ? "" : query.substring(at + "cursor=".length())));
        });
    }

    private static String page(String nextCursor, boolean hasMore, int... ids) {
        var items = java.util.Arrays.stream(ids).mapToObj(ITEM::formatted).toList();
        return "{\"conversations\":%s,\"next_cursor\":%s,\"has_more\":%s}"
                .formatted(items, nextCursor.isEmpty() ? "null" : nextCursor, hasMore);
    }
}
