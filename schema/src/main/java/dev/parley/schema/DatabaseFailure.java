package dev.parley.schema;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.slf4j.Logger;

/** How the owner's commands tell that the database did not do what they asked. */
final class DatabaseFailure {

    /** SQL states: no connection, log-in refused, no such database, too many connections, stopping or starting. */
    private static final Pattern NO_CONNECTION = Pattern.compile("08...|28...|3D000|53300|57P0[1-3]");

    private DatabaseFailure() {}

    /** One sentence when DIRECT_URL leads nowhere; all that is known of any other failure. */
    static void log(Logger log, String whatFailed, Exception failure) {
        if (failure instanceof SQLException e
                && e.getSQLState() != null
                && NO_CONNECTION.matcher(e.getSQLState()).matches()) {
            log.error("The database of DIRECT_URL cannot be entered: {}", e.getMessage());
        } else {
            log.error(whatFailed, failure);
        }
    }
}
