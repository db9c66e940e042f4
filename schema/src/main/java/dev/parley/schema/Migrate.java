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

    private static int run(Map<String, String> environment) {
        var direct = environment.get("DIRECT_URL");
        if (direct == null) {
            LOG.error("DIRECT_URL is not set: the owner's direct or session connection, never the pooler's 6543");
            return 2;
        }
        try {
            int applied = new Migrations(DatabaseUrl.parse(direct)).apply(runtimeLogins(environment));
            LOG.info("Database is at version {} ({} migrations applied)", SchemaVersion.CURRENT, applied);
            return 0;
        } catch (FlywayException | SQLException | IllegalArgumentException e) {
            LOG.error("Migration failed", e);
            return 1;
        }
    }

    private static List<DatabaseUrl> runtimeLogins(Map<String, String> environment) {
        return Stream.of("DATABASE_URL", "JOBS_DATABASE_URL")
                .map(environment::get)
                .filter(url -> url != null && !url.isBlank())
                .map(DatabaseUrl::parse)
                .toList();
    }
}
