package dev.parley.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an item is.
 *
 * @param dueAt the next attempt, or when the lease of a running item ends
 * @param done 0 to total, as its handler reports it
 * @param errorCode of the last failure
 */
public record ItemState(
        long id,
        @Nullable UUID subjectId,
        @Nullable String orderKey,
        Status status,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable Integer done,
        @Nullable Integer total,
        @Nullable String errorCode,
        Instant addedAt,
        @Nullable Instant finishedAt) {

    public enum Status {
        /** Its time comes, or has come. */
        WAITING,
        /** An earlier item of its order key is not finished. */
        HELD,
        RUNNING,
        DONE,
        GIVEN_UP;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String SELECT =
            """
            select id, subject_id, order_key, status, attempts, due_at, progress_done, progress_total, error_code,
                   added_at, finished_at
              from work_items where client_id = private.client_id() and queue = ?""";

    static ItemState of(ResultSet row) throws SQLException {
        return new ItemState(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                Status.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getInt(5),
                instant(row, 6),
                row.getObject(7, Integer.class),
                row.getObject(8, Integer.class),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                instant(row, 11));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
