package dev.parley.peer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** The dashboard, with Parley's own statements. */
@Controller
class Figures {

    private final JdbcClient jdbc;

    private record Row(int grouping, String key, int count, Double first, Double second, Double third) {}

    Figures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @QueryMapping
    Map<String, Object> conversationStats(@Argument Instant startedAfter, @Argument Instant startedBefore) {
        var rows = jdbc.sql(
                        """
                        select grouping(status, call_successful, language, day),
                               coalesce(status, call_successful, language, (day at time zone 'UTC')::date::text),
                               coalesce(sum(n), 0)::int,
                               round(sum(duration) / nullif(sum(durations), 0), 2)::float8,
                               round((sum(sentiment) / nullif(sum(sentiments), 0))::numeric, 4)::float8,
                               round(sum(turns) / nullif(sum(n), 0), 2)::float8
                          from (select status, call_successful, language, date_bin('1 day', started_at, '2000-01-01 00:00+00') as day,
                                       count(*) as n, sum(duration_seconds) as duration, count(duration_seconds) as durations,
                                       sum(sentiment_score) as sentiment, count(sentiment_score) as sentiments, sum(turn_count) as turns
                                  from conversations
                                 where client_id = (select private.client_id()) and started_at >= ? and started_at < ?
                                 group by 1, 2, 3, 4) c
                         group by grouping sets ((), (status), (call_successful), (language), (day))
                         order by 1, 2""")
                .params(startedAfter.atOffset(ZoneOffset.UTC), startedBefore.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Row(
                        row.getInt(1), row.getString(2), row.getInt(3), row.getObject(4, Double.class),
                        row.getObject(5, Double.class), row.getObject(6, Double.class)))
                .list();
        var all = rows.getLast();
        return Map.of(
                "count", all.count(),
                "averageDurationSeconds", all.first(),
                "averageSentimentScore", all.second(),
                "averageTurnCount", all.third(),
                "byStatus", counts(rows, 7, "status"),
                "byOutcome", counts(rows, 11, "outcome"),
                "byLanguage", counts(rows, 13, "language"),
                "byDay", counts(rows, 14, "day"));
    }

    @QueryMapping
    Map<String, Object> leadStats(@Argument Instant createdAfter, @Argument Instant createdBefore) {
        var rows = jdbc.sql(
                        """
                        select grouping(status, day), coalesce(status, (day at time zone 'UTC')::date::text), coalesce(sum(n), 0)::int,
                               round(sum(score) / nullif(sum(n), 0), 2)::float8
                          from (select status, date_bin('1 day', created_at, '2000-01-01 00:00+00') as day, count(*) as n,
                                       sum(lead_quality_score) as score
                                  from leads
                                 where client_id = (select private.client_id()) and created_at >= ? and created_at < ?
                                 group by 1, 2) l
                         group by grouping sets ((), (status), (day))
                         order by 1, 2""")
                .params(createdAfter.atOffset(ZoneOffset.UTC), createdBefore.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Row(
                        row.getInt(1), row.getString(2), row.getInt(3), row.getObject(4, Double.class), null, null))
                .list();
        var all = rows.getLast();
        return Map.of(
                "count", all.count(), "averageScore", all.first(),
                "byStatus", counts(rows, 1, "status"), "byDay", counts(rows, 2, "day"));
    }

    private static List<Map<String, Object>> counts(List<Row> rows, int grouping, String key) {
        var counts = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            if (row.grouping() == grouping) {
                var shown = key.equals("status") || key.equals("outcome")
                        ? row.key().toUpperCase(Locale.ROOT).replace('-', '_')
                        : row.key();
                counts.add(Map.of(key, shown, "count", row.count()));
            }
        }
        return counts;
    }
}
