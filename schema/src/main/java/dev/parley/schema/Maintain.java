package dev.parley.schema;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command behind {@code ./parley maintain}, to be run daily: what only the owner of the tables can do. Reads DIRECT_URL and
 * PARLEY_API_LOGS_KEPT_DAYS from the environment.
 */
public final class Maintain {

    private static final Logger LOG = LoggerFactory.getLogger(Maintain.class);
    private static final String KEPT_DAYS = "PARLEY_API_LOGS_KEPT_DAYS";
    private static final String USUAL_DAYS = "90";

    private Maintain() {}

    public static void main(String[] arguments) {
        System.exit(run(System.getenv()));
    }

    /** @return 0, or 1 when the database refuses (a later run may succeed), or 2 when a setting is missing or wrong */
    static int run(Map<String, String> environment) {
        var given = environment.getOrDefault(KEPT_DAYS, "");
        var days = given.isBlank() ? USUAL_DAYS : given.strip();
        if (!days.matches("[1-9][0-9]{0,4}")) {
            LOG.error("{} takes a number of days, 1 at least", KEPT_DAYS);
            return 2;
        }
        try {
            maintain(DatabaseSetting.of("DIRECT_URL", environment::get), Integer.parseInt(days));
            return 0;
        } catch (IllegalArgumentException e) {
            LOG.error(e.getMessage());
            return 2;
        } catch (SQLException e) {
            DatabaseFailure.log(LOG, "Maintenance failed", e);
            return 1;
        }
    }

    private static void maintain(DatabaseUrl owner, int keptDays) throws SQLException {
        try (var connection = DriverManager.getConnection(owner.jdbc(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            // Behind a waiting lock everybody else waits, too: rather give up and come again tomorrow.
            statement.execute("set lock_timeout = '10s'");
            int dropped = Partitions.dropOld(connection, keptDays);
            var made = Partitions.ensure(connection);
            LOG.info(
                    "Request log: {} partitions older than {} days dropped, {} made, {} rows moved to them",
                    dropped,
                    keptDays,
                    made.partitions(),
                    made.rows());
        }
    }
}
