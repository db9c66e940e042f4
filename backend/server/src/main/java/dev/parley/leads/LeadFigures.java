package dev.parley.leads;

import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of the leads of a period; counts are in the order of their keys, which are as stored (days: ISO, UTC). */
public record LeadFigures(
        int count, @Nullable Double averageScore, Map<String, Integer> byStatus, Map<String, Integer> byDay) {

    private static final String SQL =
            """
            select grouping(status, day), coalesce(status, (day at time zone 'UTC')::date::text), coalesce(sum(n), 0)::int,
                   round(sum(score) / nullif(sum(n), 0), 2)::float8
              from (select status, date_bin('1 day', created_at, '2000-01-01 00:00+00') as day, count(*) as n,
                           sum(lead_quality_score) as score
                      from leads
                     where client_id = (select private.client_id()) and created_at >= ? and created_at < ?
                     group by 1, 2) l
             group by grouping sets ((), (status), (day))
             order by 1, 2""";

    private static final int STATUS = 0b01;
    private static final int DAY = 0b10;

    /** @param to exclusive */
    public static LeadFigures of(Transaction transaction, Instant from, Instant to) throws SQLException {
        var counts = Map.<Integer, Map<String, Integer>>of(STATUS, new LinkedHashMap<>(), DAY, new LinkedHashMap<>());
        try (var statement = transaction.connection().prepareStatement(SQL)) {
            statement.setObject(1, OffsetDateTime.ofInstant(from, ZoneOffset.UTC));
            statement.setObject(2, OffsetDateTime.ofInstant(to, ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                while (rows.next() && counts.containsKey(rows.getInt(1))) {
                    counts.get(rows.getInt(1)).put(rows.getString(2), rows.getInt(3));
                }
                // The row of all of them is the last one.
                return new LeadFigures(
                        rows.getInt(3), rows.getObject(4, Double.class), counts.get(STATUS), counts.get(DAY));
            }
        }
    }
}
