package dev.parley.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.schema.DatabaseUrl;
import java.util.Map;

/** The node's connection pools, one per log-in. */
final class Pools implements AutoCloseable {

    private static final String SOCKET_SECONDS = "15";

    /** A request's connection held for longer is reported. */
    private static final long LEAK_MILLIS = 120_000;

    private final Map<DatabaseRole.Login, HikariDataSource> byLogin;

    Pools(DatabaseSettings settings) {
        byLogin = Map.of(
                DatabaseRole.Login.BACKEND, pool("backend", settings.backend(), settings.backendConnections()),
                DatabaseRole.Login.JOBS, pool("jobs", settings.jobs(), settings.jobsConnections()));
    }

    HikariDataSource of(DatabaseRole.Login login) {
        return byLogin.get(login);
    }

    @Override
    public void close() {
        byLogin.values().forEach(HikariDataSource::close);
    }

    private static HikariDataSource pool(String name, DatabaseUrl url, int connections) {
        var config = new HikariConfig();
        config.setPoolName("parley-" + name);
        config.setJdbcUrl(url.jdbc());
        config.setUsername(url.user());
        config.setPassword(url.password());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(5_000);
        config.setKeepaliveTime(120_000);
        config.setMaxLifetime(1_200_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "parley-" + name);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // As PGvector.registerTypes does, on each connection.
        config.addDataSourceProperty("datatype.vector", "com.pgvector.PGvector");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // PostgreSQL's details quote the value that it did not like: somebody's words.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        // A transaction-mode pooler gives each transaction another backend: a named statement would not be there.
        if (name.equals("backend")) {
            config.setLeakDetectionThreshold(LEAK_MILLIS);
            // A pooler whose database is away keeps its clients waiting; statements end long before this by their own
            // limit.
            config.addDataSourceProperty("socketTimeout", SOCKET_SECONDS);
        }
        if (name.equals("backend") && !url.jdbc().contains("prepareThreshold=")) {
            config.addDataSourceProperty("prepareThreshold", "0");
        }
        return new HikariDataSource(config);
    }
}
