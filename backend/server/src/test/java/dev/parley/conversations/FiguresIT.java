package dev.parley.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.testing.Call;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures for dashboards are those of the rows, of one's own client and of the period asked for. */
class FiguresIT {

    private static final String CONVERSATIONS =
            """
            query($from: DateTime, $to: DateTime) { conversationStats(startedAfter: $from, startedBefore: $to) {
              count averageDurationSeconds averageTurnCount averageSentimentScore
              byStatus { status count } byOutcome { outcome count } byLanguage { language count } byDay { day count } } }""";
    private static final String LEADS =
            """
            query($from: DateTime, $to: DateTime) { leadStats(createdAfter: $from, createdBefore: $to) {
              count averageScore byStatus { status count } byDay { day count } } }""";

    private final Parley parley = Parley.shared();
    private final OwnClient client = new OwnClient(parley);
    private final OwnClient other = OwnClient.russian(parley);

    @Test
    void conversationsAreCountedOverThePeriodAndNoOtherClients() {
        // A time of its own for each run: nobody else's tests are there.
        tell(Instant.parse("2004-02-03T23:59:59Z"), "done");
        tell(Instant.parse("2004-02-04T00:00:00Z"), "done");
        tell(Instant.parse("2004-02-04T12:00:00Z"), "failed");
        tell(Instant.parse("2004-02-05T00:00:00Z"), "done");

        var period = Map.of("from", "2004-02-03T00:00:00Z", "to", "2004-02-05T00:00:00Z");
        var stats = client.api("viewer").data(CONVERSATIONS, period).path("conversationStats");

        assertThat(stats.path("count").intValue()).isEqualTo(3);
        assertThat(stats.path("byDay").toString())
                .isEqualTo("[{\"day\":\"2004-02-03\",\"count\":1},{\"day\":\"2004-02-04\",\"count\":2}]");
        assertThat(stats.path("byStatus").toString())
                .isEqualTo("[{\"status\":\"DONE\",\"count\":2},{\"status\":\"FAILED\",\"count\":1}]");
        assertThat(sum(stats.path("byOutcome"))).isEqualTo(3);
        assertThat(sum(stats.path("byLanguage"))).isEqualTo(3);
        assertThat(stats.path("averageTurnCount").doubleValue()).isEqualTo(2.0);
        var others = other.api("viewer").data(CONVERSATIONS, period).path("conversationStats");
        assertThat(others.path("count").intValue()).isZero();
        assertThat(others.path("averageTurnCount").isNull()).isTrue();
        assertThat(others.path("byDay")).isEmpty();
    }

    @Test
    void leadsAreCountedAsTheRowsAre() {
        var call = tell(Instant.parse("2004-03-01T10:00:00Z"), "done");
        var lead = parley.leadOf(call.id());
        var created = parley.sql(
                "select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from leads where id = ?::uuid",
                lead);
        var end = Instant.parse(created).plusNanos(1_000);

        var stats = client.api("viewer")
                .data(LEADS, Map.of("from", created, "to", end.toString()))
                .path("leadStats");

        assertThat(stats.path("count").intValue()).isEqualTo(1);
        assertThat(stats.path("byStatus").toString()).isEqualTo("[{\"status\":\"NEW\",\"count\":1}]");
        assertThat(stats.path("averageScore").doubleValue())
                .isEqualTo(Double.parseDouble(
                        parley.sql("select lead_quality_score from leads where id = ?::uuid", lead)));
        assertThat(stats.path("byDay").path(0).path("day").asText()).isEqualTo(created.substring(0, 10));
    }

    @Test
    void aPeriodThatMakesNoSenseIsRefused() {
        for (var period : new String[][] {
            {"2004-02-05T00:00:00Z", "2004-02-03T00:00:00Z"}, {"2004-01-01T00:00:00Z", "2006-01-01T00:00:00Z"}
        }) {
            var answer = client.api("viewer").ask(CONVERSATIONS, Map.of("from", period[0], "to", period[1]));
            assertThat(answer.code()).isEqualTo("BAD_USER_INPUT");
        }
    }

    private Call tell(Instant start, String status) {
        var call = client.call().startedAt(start).status(status).agent("Hello?").user("I am at figures@example.com.");
        client.tell(call);
        await().until(() -> parley.leadOf(call.id()) != null);
        return call;
    }

    private static int sum(JsonNode counts) {
        int sum = 0;
        for (var one : counts) {
            sum += one.path("count").intValue();
        }
        return sum;
    }
}
