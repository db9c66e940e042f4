package dev.parley.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.quartz.utils.ConnectionProvider;

/** The scheduler's own small pool, in a role that sees its tables and nothing else. */
public final class QuartzConnections implements ConnectionProvider {

    private static final int MOST = 4;

    private final HikariDataSource pool;

    public QuartzConnections(DatabaseSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("parley-quartz");
        config.setJdbcUrl(settings.jobs().jdbc());
        config.setUsername(settings.jobs().user());
        config.setPassword(settings.jobs().password());
        config.setConnectionInitSql("set role parley_quartz");
        config.setAutoCommit(false);
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "parley-quartz");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        pool = new HikariDataSource(config);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void initialize() {
        // Hikari connects when it is asked.
    }

    @Override
    public void shutdown() {
        pool.close();
    }
}
