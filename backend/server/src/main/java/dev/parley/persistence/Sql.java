package dev.parley.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Statements with their parameters in order. A parameter may be an {@link Instant}, a collection of texts or ids (an array in
 * SQL), or null; where the type of a null does not follow from its place, the statement says it ({@code ?::uuid}).
 */
public final class Sql {

    private Sql() {}

    public static int update(Transaction transaction, String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = transaction.connection().prepareStatement(sql)) {
            bind(transaction.connection(), statement, parameters);
            return statement.executeUpdate();
        }
    }

    public static <T> List<T> list(
            Transaction transaction, String sql, Rows.Reader<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (var statement = transaction.connection().prepareStatement(sql)) {
            bind(transaction.connection(), statement, parameters);
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        }
    }

    public static <T> Optional<T> first(
            Transaction transaction, String sql, Rows.Reader<T> row, @Nullable Object... parameters)
            throws SQLException {
        return list(transaction, sql, row, parameters).stream().findFirst();
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case null -> statement.setNull(i + 1, Types.VARCHAR);
                case Instant time -> statement.setObject(i + 1, time.atOffset(ZoneOffset.UTC));
                case Collection<?> many -> statement.setArray(i + 1, array(connection, many));
                case Object other -> statement.setObject(i + 1, other);
            }
        }
    }

    private static Array array(Connection connection, Collection<?> many) throws SQLException {
        boolean ids = !many.isEmpty() && many.iterator().next() instanceof UUID;
        return connection.createArrayOf(ids ? "uuid" : "text", many.toArray());
    }
}
