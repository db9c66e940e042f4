package dev.parley.persistence;

import dev.parley.Settings;
import dev.parley.StartException;
import dev.parley.schema.DatabaseSetting;
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

    /** @throws StartException when a setting is missing or wrong */
    public static DatabaseSettings from(Config config) {
        return new DatabaseSettings(
                url(config, "DATABASE_URL"),
                url(config, "JOBS_DATABASE_URL"),
                Settings.number(config, "PARLEY_DATABASE_BACKEND_CONNECTIONS", 10, 1),
                Settings.number(config, "PARLEY_DATABASE_JOBS_CONNECTIONS", 10, 1),
                Settings.duration(config, "PARLEY_DATABASE_STATEMENT_TIMEOUT", Duration.ofSeconds(8)));
    }

    private static DatabaseUrl url(Config config, String setting) {
        try {
            return DatabaseSetting.of(
                    setting, name -> Settings.text(config, name).orElse(null));
        } catch (IllegalArgumentException e) {
            throw new StartException(String.valueOf(e.getMessage()));
        }
    }
}
