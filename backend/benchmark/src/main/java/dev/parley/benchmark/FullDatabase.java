package dev.parley.benchmark;

import dev.parley.schema.DatabaseUrl;
import dev.parley.schema.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A database with five clients, one of them large, and what can be seen of it from outside. */
final class FullDatabase implements AutoCloseable {

    private static final Pattern TPS = Pattern.compile("tps = ([\\d.]+)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([\\d.]+)");

    private final TestDatabase database = TestDatabase.create();
    private final UUID clientId;
    private final UUID userId;

    /** @param conversations of all clients; six in ten are the first one's, three in ten have a lead */
    FullDatabase(UUID clientId, UUID userId, int conversations) throws SQLException, IOException {
        this.clientId = clientId;
        this.userId = userId;
        var superuser = DatabaseUrl.parse(System.getenv("PARLEY_TEST_DATABASE_URL"));
        var here = database.owner().jdbc();
        try (var connection = DriverManager.getConnection(here, superuser.user(), superuser.password());
                var statement = connection.createStatement()) {
            statement.execute("create extension pg_stat_statements schema extensions");
            statement.execute("grant pg_read_all_stats to parley_owner");
            statement.execute("grant execute on all functions in schema extensions to parley_owner");
        }
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(resource("load.sql").formatted(clientId, userId, conversations * 6 / 10));
            statement.execute("vacuum analyze conversations");
            statement.execute("vacuum analyze leads");
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String backendUrl() {
        return database.backend().jdbc();
    }

    DatabaseUrl backend() {
        return database.backend();
    }

    DatabaseUrl jobs() {
        return database.jobs();
    }

    /** How many statements its log-ins have sent, BEGIN and COMMIT among them. */
    long statements() throws SQLException {
        return number("select sum(calls) from extensions.pg_stat_statements s join pg_roles r on r.oid = s.userid"
                + " where dbid = (select oid from pg_database where datname = current_database())"
                + " and rolname in ('app_backend', 'parley_request')");
    }

    long rows(String table) throws SQLException {
        return number("select count(*) from " + table);
    }

    long postmaster() throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(
                        database.owner().jdbc(), superuser().user(), superuser().password());
                var row = connection.createStatement().executeQuery("show data_directory")) {
            row.next();
            return Long.parseLong(Files.readAllLines(Path.of(row.getString(1), "postmaster.pid"))
                    .getFirst());
        }
    }

    /** What PostgreSQL does when nothing but the statement of the flat page is asked, caller's rights included. */
    Ceiling ceiling(int connections, int seconds) throws IOException, InterruptedException {
        var script = Files.createTempFile("parley", ".sql");
        Files.writeString(script, resource("pgbench.sql").formatted(clientId, userId));
        var address = database.backend().jdbc().replaceFirst("^jdbc:", "");
        var builder = new ProcessBuilder(
                        System.getProperty("parley.pgbench", "pgbench"),
                        "-n",
                        "-M",
                        "prepared",
                        "-c",
                        Integer.toString(connections),
                        "-j",
                        "1",
                        "-T",
                        Integer.toString(seconds),
                        "-f",
                        script.toString(),
                        address.replaceFirst("\\?.*", ""))
                .redirectErrorStream(true);
        builder.environment().put("PGUSER", database.backend().user());
        builder.environment().put("PGPASSWORD", database.backend().password());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(10, TimeUnit.SECONDS);
        Files.delete(script);
        var tps = TPS.matcher(output);
        var latency = LATENCY.matcher(output);
        if (!tps.find() || !latency.find()) {
            throw new IllegalStateException("pgbench says: " + output);
        }
        return new Ceiling(connections, Double.parseDouble(tps.group(1)), Double.parseDouble(latency.group(1)));
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.connect();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static DatabaseUrl superuser() {
        return DatabaseUrl.parse(System.getenv("PARLEY_TEST_DATABASE_URL"));
    }

    private static String resource(String name) throws IOException {
        try (var source = FullDatabase.class.getResourceAsStream("graphql/" + name)) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
