package dev.parley.schema;

import java.sql.Connection;
import java.sql.SQLException;

/** The partitions of api_logs, one per month. Making and dropping them is the owner's work: no run-time role may. */
final class Partitions {

    private static final int MONTHS = 4;

    /**
     * What was made.
     *
     * @param partitions how many of them
     * @param rows how many rows moved to them out of the default partition
     */
    record Made(int partitions, long rows) {}

    private Partitions() {}

    /** Makes those of this month, of the coming ones, and of rows that came when theirs was missing. */
    static Made ensure(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement("select created, moved from private.ensure_api_logs_partitions(?)")) {
            statement.setInt(1, MONTHS);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Made(row.getInt(1), row.getLong(2));
            }
        }
    }

    /** @return how many were dropped, because their newest row is older than so many days */
    static int dropOld(Connection connection, int keptDays) throws SQLException {
        try (var statement = connection.prepareStatement("select private.drop_old_api_logs(?)")) {
            statement.setInt(1, keptDays);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
