package dev.parley.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * One statement of a run-time role inside a client, and what policies make of it.
 *
 * @param relation whose policies are asked
 * @param role of the database
 * @param member role of the caller in the client
 * @param expected rows counted or changed, or the SQLSTATE of the refusal
 */
record Probe(String relation, String role, String member, String name, String sql, String expected) {

    /** Who asks. */
    record Caller(UUID client, UUID user) {}

    /** What comes of it; leaves no trace. For a superuser's connection inside a transaction. */
    String outcome(Connection connection, Caller caller) throws SQLException {
        var before = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "set local role %s; select set_config('parley.client_id', '%s', true), set_config('parley.user_id', '%s', true), set_config('parley.role', '%s', true)"
                            .formatted(role, caller.client(), caller.user(), member));
            if (!statement.execute(sql)) {
                return Integer.toString(statement.getUpdateCount());
            }
            var row = statement.getResultSet();
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            connection.rollback(before);
        }
    }

    @Override
    public String toString() {
        return member + " " + name;
    }
}
