package dev.parley.benchmark;

import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.World;
import dev.parley.schema.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One company with many conversations that nobody told us of: as when a client has just joined. */
final class SyncRound implements AutoCloseable {

    static final String AT_ONCE = "16";

    private static final long LOOK_EVERY_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Path logs;
    private final TestDatabase database;
    private final World world;
    private final Sandbox sandbox;
    private final ServerUnderTest server;

    private record Run(String status, double seconds, int listed, int fetched, int changed, int failed) {}

    SyncRound(Path jar, int conversations) throws IOException, SQLException {
        logs = Files.createTempDirectory("parley-benchmark");
        database = TestDatabase.create();
        world = Company.world();
        sandbox = Sandbox.builder(world).mostHeld(conversations).start();
        new LongHistory(client(), Instant.ofEpochSecond(world.createdAtUnixSecs()))
                .conversations(conversations)
                .forEach(conversation -> sandbox.play(conversation, false));
        server = ServerUnderTest.start(jar, settings(), logs);
    }

    Round measure() throws IOException, SQLException, InterruptedException {
        return new Round(watch(1), watch(2));
    }

    private Measured watch(int number) throws IOException, SQLException, InterruptedException {
        var requests = new DetailRequests(sandbox.requests());
        if (number == 1) {
            server.awaitReady(); // the schedule starts the first run at once
        } else {
            requests.look();
        }
        int detailsBefore = requests.details();
        int othersBefore = requests.others();
        int collectionsBefore = number == 1 ? 0 : server.heapAfterGc().size();
        var serverCpu = number == 1 ? Duration.ZERO : server.cpu();
        var sandboxCpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        var samples = new ArrayList<Sample>();
        if (number > 1) {
            server.syncNow(sandbox.tokens().of(world.member(client(), "owner")));
        }
        long patience = System.nanoTime() + PATIENCE.toNanos();
        var run = new Run("", 0, 0, 0, 0, 0);
        while (run.status().isEmpty() || run.status().equals("running")) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("The run does not end; logs are in " + logs);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
            requests.look();
            run = run(number);
            if (!run.status().isEmpty()) {
                samples.add(new Sample(run.seconds(), run.changed(), server.rssMegabytes()));
            }
        }
        requests.look();
        if (!run.status().equals("succeeded")) {
            throw new IllegalStateException("The run ended as " + run.status() + "; logs are in " + logs);
        }
        var collections = server.heapAfterGc();
        return new Measured(
                run.seconds(),
                run.listed(),
                run.fetched(),
                run.changed(),
                run.failed(),
                turns(),
                requests.details() - detailsBefore,
                requests.others() - othersBefore,
                seconds(server.cpu().minus(serverCpu)),
                seconds(ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .minus(sandboxCpu)),
                List.copyOf(collections.subList(collectionsBefore, collections.size())),
                server.liveHeapMegabytes(),
                List.copyOf(samples));
    }

    private Run run(int number) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.prepareStatement(
                        "select status, extract(epoch from coalesce(finished_at, now()) - started_at), listed, fetched,"
                                + " changed, failed from sync_runs order by started_at limit 1 offset ?")) {
            statement.setInt(1, number - 1);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? new Run(
                                row.getString(1),
                                row.getDouble(2),
                                row.getInt(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getInt(6))
                        : new Run("", 0, 0, 0, 0, 0);
            }
        }
    }

    private long turns() throws SQLException {
        try (var connection = database.connect();
                var row = connection.createStatement().executeQuery("select sum(turn_count) from conversations")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Map<String, String> settings() throws IOException {
        var settings = Company.settings(database, world, sandbox);
        settings.put("PARLEY_ELEVENLABS_REQUESTS_PER_SECOND", "100000");
        settings.put("PARLEY_ELEVENLABS_AT_ONCE", AT_ONCE);
        return settings;
    }

    private Client client() {
        return world.clients().getFirst();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        server.close();
        sandbox.close();
        database.close();
    }
}
