package dev.parley.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some rows of the transaction's client: all that meet the conditions, or page by page, newest first. */
public final class Listing<T> {

    /**
     * Beside the policy: it makes the index obvious. In a subquery, since a plan that is kept must not be made for the one
     * client who happened to be first: what is best for a small one reads all of a large one's rows.
     */
    private static final String OF_THE_CLIENT = "client_id = (select private.client_id())";

    private final Rows<T> rows;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    public Listing(Rows<T> rows) {
        this.rows = rows;
        conditions.add(OF_THE_CLIENT);
    }

    /**
     * @param condition SQL with one parameter; {@code = any(?)} for a collection of texts or ids
     * @param value null: no such condition
     */
    public Listing<T> where(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
        return this;
    }

    /** @param condition SQL without parameters */
    public Listing<T> where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** @throws PersistenceException when the database refuses */
    public List<T> all(Transaction transaction) {
        return read(transaction, select(rows.columns()), values, rows.reader());
    }

    /** @throws PersistenceException when the database refuses */
    public Page<T> page(Transaction transaction, Slice slice) {
        var sql = new StringBuilder(select(rows.columns()));
        var given = new ArrayList<>(values);
        if (slice.after() != null) {
            sql.append(" and (").append(rows.time()).append(", id) < (?, ?)");
            given.add(slice.after().time());
            given.add(slice.after().id());
        }
        // Sizes stand in the text: without knowing them a kept plan would be made for a tenth of all rows.
        sql.append(" order by ")
                .append(rows.time())
                .append(" desc, id desc limit ")
                .append(slice.first() + 1);
        if (slice.offset() > 0) {
            sql.append(" offset ").append(slice.offset());
        }
        var found = read(transaction, sql.toString(), given, rows.reader());
        boolean more = found.size() > slice.first();
        return new Page<>(
                more ? found.subList(0, slice.first()) : found, more, slice.after() != null || slice.offset() > 0);
    }

    /**
     * How many there are, but not above {@link Page#COUNTED} + 1: that one means "more".
     *
     * @throws PersistenceException when the database refuses
     */
    public int count(Transaction transaction) {
        var sql = "select count(*) from (" + select("1") + " limit " + (Page.COUNTED + 1) + ") counted";
        return read(transaction, sql, values, row -> row.getInt(1)).getFirst();
    }

    private String select(String columns) {
        return "select " + columns + " from " + rows.from() + " where " + String.join(" and ", conditions);
    }

    private static <R> List<R> read(Transaction transaction, String sql, List<Object> given, Rows.Reader<R> reader) {
        var found = new ArrayList<R>();
        try (var statement = prepared(transaction.connection(), sql, given);
                var row = statement.executeQuery()) {
            while (row.next()) {
                found.add(reader.read(row));
            }
        } catch (SQLException e) {
            throw new PersistenceException("A list could not be read", e);
        }
        return found;
    }

    private static PreparedStatement prepared(Connection connection, String sql, List<Object> given)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (int index = 0; index < given.size(); index++) {
                statement.setObject(index + 1, parameter(connection, given.get(index)));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static Object parameter(Connection connection, Object value) throws SQLException {
        return switch (value) {
            case Instant time -> time.atOffset(ZoneOffset.UTC);
            case Collection<?> many ->
                connection.createArrayOf(
                        many.iterator().hasNext() && many.iterator().next() instanceof UUID ? "uuid" : "text",
                        many.toArray());
            default -> value;
        };
    }
}
