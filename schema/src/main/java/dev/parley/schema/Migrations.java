package dev.parley.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database to {@link SchemaVersion#CURRENT}. Works as the owner over a direct or session connection; the server
 * never does this by itself.
 */
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private final DatabaseUrl owner;

    public Migrations(DatabaseUrl owner) {
        this.owner = owner;
    }

    /**
     * Migrates, creates the coming partitions, takes back what the run-time log-ins changed of their own settings, and gives
     * each the password of its URL.
     *
     * @return how many migrations were applied
     * @throws SQLException when the database refuses
     */
    public int apply(List<DatabaseUrl> runtimeLogins) throws SQLException {
        try (var connection = connect()) {
            if (isPlainPostgresql(connection)) {
                flyway("parley/plain-postgresql", "plain_history").migrate();
            }
        }
        int applied = flyway("parley/migrations", "schema_history").migrate().migrationsExecuted;
        try (var connection = connect()) {
            Partitions.ensure(connection);
            for (var login : LogInSettings.restore(connection)) {
                LOG.warn("{} had other settings than migrations give it; they are as they were", login);
            }
            for (var login : runtimeLogins) {
                setPassword(connection, login);
            }
        }
        return applied;
    }

    private Flyway flyway(String location, String historyTable) {
        return Flyway.configure()
                .dataSource(owner.jdbc(), owner.user(), owner.password())
                .locations("classpath:" + location)
                .defaultSchema("private")
                .createSchemas(true)
                .table(historyTable)
                // Both histories live in one schema, so neither finds it empty.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .connectRetries(10)
                .load();
    }

    /** Supabase brings the schema "auth"; where we made it ourselves, our own history says so. */
    private static boolean isPlainPostgresql(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select to_regnamespace('auth') is null"
                        + " or to_regclass('private.plain_history') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void setPassword(Connection connection, DatabaseUrl login) throws SQLException {
        if (login.password().isEmpty()) {
            return;
        }
        // ALTER ROLE takes no parameters; format() quotes. The statement is not logged: it runs inside this block.
        try (var settings = connection.prepareStatement(
                "select set_config('parley.login', ?, false), set_config('parley.login_password', ?, false)")) {
            settings.setString(1, login.role());
            settings.setString(2, login.password());
            settings.execute();
        }
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$ begin
                        execute format('alter role %I password %L',
                            current_setting('parley.login'), current_setting('parley.login_password'));
                        perform set_config('parley.login_password', '', false);
                    end $$""");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(owner.jdbc(), owner.user(), owner.password());
    }
}
