package dev.parley.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * A migrated database of its own in the cluster of {@code PARLEY_TEST_DATABASE_URL} (a superuser's URL; {@code ./parley
 * test-database up} prints one). Its owner has what Supabase's {@code postgres} has and no more: CREATEROLE and BYPASSRLS.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String CLUSTER = "PARLEY_TEST_DATABASE_URL";
    private static final String PASSWORD = "only-for-tests";

    private final DatabaseUrl cluster;
    private final String name;

    private TestDatabase(DatabaseUrl cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    /** @throws IllegalStateException when no test cluster is named */
    public static TestDatabase create() throws SQLException {
        var url = System.getenv(CLUSTER);
        if (url == null) {
            throw new IllegalStateException(
                    CLUSTER + " is not set: run ./parley test, or ./parley test-database up and export what it prints");
        }
        var database = new TestDatabase(
                DatabaseUrl.parse(url),
                "parley_it_" + UUID.randomUUID().toString().replace("-", ""));
        database.build();
        return database;
    }

    /** The owner's URL: for migrations, and for tests to arrange and to look. */
    public DatabaseUrl owner() {
        return in(name, cluster.as("parley_owner", PASSWORD));
    }

    public DatabaseUrl backend() {
        return in(name, cluster.as("app_backend", PASSWORD));
    }

    public DatabaseUrl jobs() {
        return in(name, cluster.as("app_jobs", PASSWORD));
    }

    public String name() {
        return name;
    }

    /** As the owner, whom row level security does not bind. */
    public Connection connect() throws SQLException {
        return connect(owner());
    }

    /** As the cluster's superuser. */
    public Connection connectAsSuperuser() throws SQLException {
        return connect(in(name, cluster));
    }

    public Connection connect(DatabaseUrl as) throws SQLException {
        return DriverManager.getConnection(as.jdbc(), as.user(), as.password());
    }

    @Override
    public void close() throws SQLException {
        try (var connection = connect(cluster);
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
        }
    }

    private void build() throws SQLException {
        try (var connection = connect(cluster);
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$ begin
                        perform pg_advisory_lock(hashtext('parley.tests'));
                        if not exists (select from pg_roles where rolname = 'parley_owner') then
                            create role parley_owner login createrole bypassrls;
                        end if;
                        alter role parley_owner password '%s';
                    end $$"""
                            .formatted(PASSWORD));
            statement.execute("create database " + name + " owner parley_owner");
        }
        // On Supabase the extensions schema is there from the start, and installing extensions takes a superuser.
        try (var connection = connectAsSuperuser();
                var statement = connection.createStatement()) {
            statement.execute("create schema extensions authorization parley_owner");
            statement.execute("create extension vector schema extensions");
        }
        new Migrations(owner()).apply(List.of(backend(), jobs()));
    }

    private static DatabaseUrl in(String database, DatabaseUrl url) {
        return new DatabaseUrl(
                url.jdbc().replaceFirst("/[^/?]*(\\?|$)", "/" + database + "$1"), url.user(), url.password());
    }
}
