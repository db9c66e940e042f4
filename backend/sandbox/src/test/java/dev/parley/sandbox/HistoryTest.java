package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.world.World;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final int MANY = 10_000;

    private final TestingClock clock = new TestingClock();
    private final World world = World.demo(clock);

    @Test
    void tenThousandConversationsTakeLittleTimeAndAllCanBeRead() {
        try (var sandbox = Sandbox.start(world, 0, null, clock)) {
            var http = new TestingHttp(sandbox.url());
            long before = cpuNanos();
            sandbox.history(MANY);
            long took = (cpuNanos() - before) / 1_000_000;

            var items = items(http, "asc");

            assertThat(took).isLessThan(5_000);
            assertThat(items).hasSize(MANY / 2);
            assertThat(items)
                    .extracting(item -> item.path("start_time_unix_secs").asLong())
                    .isSorted();
            assertThat(items.stream().map(item -> item.path("conversation_id")).distinct())
                    .hasSize(MANY / 2);
            for (var item : List.of(items.getFirst(), items.get(1234), items.getLast())) {
                assertThatListAndDetailAgree(http, item);
            }
        }
    }

    @Test
    void theSameWorldHasTheSamePast() {
        var pasts = new ArrayList<List<JsonNode>>();
        for (int start = 0; start < 2; start++) {
            try (var sandbox = Sandbox.start(world, 0, null, clock)) {
                sandbox.history(100);
                pasts.add(items(new TestingHttp(sandbox.url()), "desc"));
            }
        }
        assertThat(pasts.get(0)).isEqualTo(pasts.get(1)).hasSize(50);
    }

    /** Of this thread: others that keep the machine busy do not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void assertThatListAndDetailAgree(TestingHttp http, JsonNode item) {
        var detail = http.get(
                        "/v1/convai/conversations/"
                                + item.path("conversation_id").asText(),
                        key())
                .json();
        assertThat(detail.path("conversation_id")).isEqualTo(item.path("conversation_id"));
        assertThat(detail.at("/metadata/start_time_unix_secs")).isEqualTo(item.path("start_time_unix_secs"));
        assertThat(detail.at("/metadata/call_duration_secs")).isEqualTo(item.path("call_duration_secs"));
        assertThat(detail.at("/analysis/transcript_summary")).isEqualTo(item.path("transcript_summary"));
        assertThat(detail.path("transcript")).hasSize(item.path("message_count").asInt());
    }

    private List<JsonNode> items(TestingHttp http, String direction) {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        while (true) {
            var page = http.get(
                            "/v1/convai/conversations?page_size=100&summary_mode=include&sort_direction=" + direction
                                    + cursor,
                            key())
                    .json();
            page.path("conversations").forEach(items::add);
            if (!page.path("has_more").asBoolean()) {
                return items;
            }
            cursor = "&cursor=" + page.path("next_cursor").asText();
        }
    }

    private String[] key() {
        return new String[] {"xi-api-key", world.clientSpeaking("ru").elevenlabsApiKey()};
    }
}
