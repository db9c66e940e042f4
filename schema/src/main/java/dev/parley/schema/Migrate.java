package dev.parley.schema;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The command behind {@code ./parley migrate}: reads DIRECT_URL, DATABASE_URL and JOBS_DATABASE_URL from the environment. */
public final class Migrate {

    private static final Logger LOG = LoggerFactory.getLogger(Migrate.class);

    private Migrate() {}

    public static void main(String[] arguments) {
        System.exit(run(System.getenv()));
    }

    /** @return 0, or 1 when the database refuses, or 2 when a setting is missing or wrong */
    static int run(Map<String, String> environment) {
        try {
            var owner = DatabaseSetting.of("DIRECT_URL", environment::get);
            int applied = new Migrations(owner).apply(runtimeLogins(environment));
            LOG.info("Database is at version {} ({} migrations applied)", SchemaVersion.CURRENT, applied);
            return 0;
        } catch (IllegalArgumentException e) {
            LOG.error(e.getMessage());
            return 2;
        } catch (FlywayException | SQLException e) {
            DatabaseFailure.log(LOG, "Migration failed", e);
            return 1;
        }
    }

    private static List<DatabaseUrl> runtimeLogins(Map<String, String> environment) {
        return Stream.of("DATABASE_URL", "JOBS_DATABASE_URL")
                .filter(setting -> !environment.getOrDefault(setting, "").isBlank())
                .map(setting -> DatabaseSetting.of(setting, environment::get))
                .toList();
    }
}
