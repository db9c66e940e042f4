package dev.parley.conversations;

import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the conversations of a period; counts are in the order of their keys, which are as stored (days: ISO, UTC).
 *
 * @param averageDuration in seconds, of those that have ended
 * @param averageSentiment -1 to 1, of those it was measured for
 */
public record ConversationFigures(
        int count,
        @Nullable Double averageDuration,
        @Nullable Double averageSentiment,
        @Nullable Double averageTurns,
        Map<String, Integer> byStatus,
        Map<String, Integer> byOutcome,
        Map<String, Integer> byLanguage,
        Map<String, Integer> byDay) {

    /**
     * One pass over an index that holds all of it, into few groups that are then counted in each way; GROUPING tells by
     * which of the columns a row counts. Days are binned, which is arithmetic, where a time zone would be looked up.
     */
    private static final String SQL =
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
             order by 1, 2""";

    private static final int STATUS = 0b0111;
    private static final int OUTCOME = 0b1011;
    private static final int LANGUAGE = 0b1101;
    private static final int DAY = 0b1110;

    /** @param to exclusive */
    public static ConversationFigures of(Transaction transaction, Instant from, Instant to) throws SQLException {
        var counts = Map.<Integer, Map<String, Integer>>of(
                STATUS, new LinkedHashMap<>(),
                OUTCOME, new LinkedHashMap<>(),
                LANGUAGE, new LinkedHashMap<>(),
                DAY, new LinkedHashMap<>());
        try (var statement = transaction.connection().prepareStatement(SQL)) {
            statement.setObject(1, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
            statement.setObject(2, OffsetDateTime.ofInstant(to, ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                while (rows.next() && counts.containsKey(rows.getInt(1))) {
                    counts.get(rows.getInt(1)).put(rows.getString(2), rows.getInt(3));
                }
                // The row of all of them is the last one.
                return new ConversationFigures(
                        rows.getInt(3),
                        rows.getObject(4, Double.class),
                        rows.getObject(5, Double.class),
                        rows.getObject(6, Double.class),
                        counts.get(STATUS),
                        counts.get(OUTCOME),
                        counts.get(LANGUAGE),
                        counts.get(DAY));
            }
        }
    }
}
