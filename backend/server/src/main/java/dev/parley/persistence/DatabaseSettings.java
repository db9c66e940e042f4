package dev.parley.persistence;

import dev.parley.schema.DatabaseUrl;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * Where the data is.
 *
 * @param backend log-in app_backend; may be a transaction-mode pooler
 * @param jobs log-in app_jobs; a direct or session connection
 * @param backendConnections most connections of this node for requests
 * @param jobsConnections most connections of this node for background work
 * @param statementTimeout limit of one SQL statement of a request
 */
public record DatabaseSettings(
        DatabaseUrl backend, DatabaseUrl jobs, int backendConnections, int jobsConnections, Duration statementTimeout) {

    public static DatabaseSettings from(Config config) {
        return new DatabaseSettings(
                DatabaseUrl.parse(config.getValue("DATABASE_URL", String.class)),
                DatabaseUrl.parse(config.getValue("JOBS_DATABASE_URL", String.class)),
                config.getOptionalValue("parley.database.backend-connections", Integer.class)
                        .orElse(10),
                config.getOptionalValue("parley.database.jobs-connections", Integer.class)
                        .orElse(10),
                config.getOptionalValue("parley.database.statement-timeout", Duration.class)
                        .orElse(Duration.ofSeconds(8)));
    }
}
