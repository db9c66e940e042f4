package dev.parley.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy of row level security.
 *
 * @param command SELECT, INSERT, UPDATE, DELETE or ALL
 * @param using which rows are there; null when the command has none to look for
 * @param check what a new row is to be; null when there is none, or when it is to be as {@code using} says
 */
record Policy(
        String relation, String name, String role, String command, @Nullable String using, @Nullable String check) {

    /** Those of our own schemas, by relation and name. */
    static List<Policy> all(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select format('%I.%I', schemaname, tablename), policyname, array_to_string(roles, ' '), cmd, qual,"
                                + " with_check from pg_policies where schemaname in ('public', 'private') order by 1, 2")) {
            var found = new ArrayList<Policy>();
            while (rows.next()) {
                found.add(new Policy(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6)));
            }
            return found;
        }
    }

    boolean isFor(String command) {
        return this.command.equals(command) || this.command.equals("ALL");
    }

    /** Whether it looks across clients on purpose. */
    boolean isOpen() {
        return "true".equals(using) || "true".equals(check);
    }

    /** Whether what a changed row is checked by was asked of all rows before, and is the same for all of them. */
    boolean asksBeforeCheck(String conjunct) {
        return command.equals("UPDATE")
                && conjunct.matches("\\( SELECT private\\.\\w+\\(\\) AS \\w+\\)")
                && using != null
                && using.contains(conjunct);
    }
}
