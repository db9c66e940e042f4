package dev.parley.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings that the run-time log-ins begin each session with. A log-in can change its own, for example the role it starts
 * with, and such a change stays; each migration takes it back.
 */
final class LogInSettings {

    /** As the first migration left them. */
    private static final String CHANGED =
            """
            select wanted.login, wanted.settings, found.setdatabase is not null and found.setdatabase <> 0
              from (values ('app_backend', array['search_path=public, extensions', 'idle_in_transaction_session_timeout=30s']),
                           ('app_jobs', array['search_path=public, extensions'])) wanted (login, settings)
              join pg_roles on rolname = wanted.login
              left join pg_db_role_setting found on found.setrole = pg_roles.oid
               and found.setdatabase in (0, (select oid from pg_database where datname = current_database()))
             where coalesce(found.setdatabase, 0) <> 0
                or not coalesce(found.setconfig @> wanted.settings and found.setconfig <@ wanted.settings, false)""";

    private LogInSettings() {}

    /** @return the log-ins that were not as they should be */
    static List<String> restore(Connection connection) throws SQLException {
        var restored = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(CHANGED)) {
            while (rows.next()) {
                var login = rows.getString(1);
                if (rows.getBoolean(3)) {
                    execute(
                            connection,
                            "alter role %s in database %s reset all".formatted(login, database(connection)));
                } else {
                    execute(connection, "alter role %s reset all".formatted(login));
                    for (var setting : (String[]) rows.getArray(2).getArray()) {
                        execute(
                                connection,
                                "alter role %s set %s".formatted(login, setting.replaceFirst("=(\\w+)$", "='$1'")));
                    }
                }
                restored.add(login);
            }
        }
        return restored;
    }

    private static String database(Connection connection) throws SQLException {
        return connection.createStatement().enquoteIdentifier(connection.getCatalog(), true);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
