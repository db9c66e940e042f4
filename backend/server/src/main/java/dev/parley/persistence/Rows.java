package dev.parley.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one kind, which lists and look-ups read with plain SQL: for what is only shown it is several times faster than
 * entities. All of them have the columns {@code client_id} and {@code id}.
 *
 * @param columns what is selected
 * @param from a relation, or a query in parentheses with a name
 * @param time the column that lists are sorted by, newest first
 * @param reader makes one of what was selected
 */
public record Rows<T>(String columns, String from, String time, Reader<T> reader) {

    /** Reads the row it stands on. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A timestamptz that is not null. */
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A text[] that is not null. */
    public static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
