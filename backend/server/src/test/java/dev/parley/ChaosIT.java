package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.chaos.EndState;
import dev.parley.chaos.Follower;
import dev.parley.chaos.Rehearsal;
import dev.parley.chaos.Story;
import dev.parley.chaos.Trouble;
import dev.parley.sandbox.world.World;
import dev.parley.schema.DatabaseUrl;
import java.io.File;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The server is killed at random moments, ElevenLabs fails at random, webhooks come twice and in any order, the database's
 * connections are cut: in the end the rows are those of a calm day, and whoever follows the events has seen each once.
 * The same story each time, unless {@code -Dparley.chaos.seed} says another one. {@code ./parley test --long} and {@code ./parley
 * bench chaos} run longer forms with random ones, which also restart PostgreSQL.
 */
class ChaosIT {

    private static final int CONVERSATIONS_PER_KILL = 80;
    private static final int LATEST_KILL_MILLIS = 1_500;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);

    private final int kills = Integer.getInteger("parley.chaos.kills", 3);
    private final long seed = seed(System.getProperty("parley.chaos.seed", "20261128"));
    private final Random random = new Random(seed);
    private final World world = World.demo();
    private final Map<String, Object> report = new LinkedHashMap<>();

    @Test
    void nothingIsLostAndNothingDoubled() throws Exception {
        var begun = System.nanoTime();
        System.out.println("Chaos: to repeat this, -Dparley.chaos.seed=" + seed);
        var steps = new Story(
                        world,
                        seed,
                        kills * CONVERSATIONS_PER_KILL,
                        Instant.now().minusSeconds(7_200))
                .steps();

        var calm = calmly(steps);
        var wild = wildly(steps);

        assertThat(wild.conversations()).as("conversations, seed " + seed).isEqualTo(calm.conversations());
        assertThat(wild.leads()).as("leads, seed " + seed).isEqualTo(calm.leads());
        report.put("seconds", (System.nanoTime() - begun) / 1_000_000_000);
        report.put("conversations", calm.conversations().size());
        report.put("leads", calm.leads().size());
        write();
    }

    private EndState calmly(List<Story.Step> steps) throws Exception {
        try (var rehearsal = new Rehearsal(world, seed, false)) {
            rehearsal.play(steps);
            rehearsal.awaitQuiet();
            return EndState.of(rehearsal.database);
        }
    }

    private EndState wildly(List<Story.Step> steps) throws Exception {
        try (var rehearsal = new Rehearsal(world, seed, true)) {
            var followers = new ArrayList<Follower>();
            for (var client : world.clients()) {
                followers.add(new Follower(rehearsal.node, client));
            }
            try (var trouble = new Trouble(rehearsal.sandbox, seed)) {
                int part = steps.size() / (kills + 1);
                for (int kill = 0; kill < kills; kill++) {
                    rehearsal.play(steps.subList(kill * part, (kill + 1) * part));
                    Thread.sleep(random.nextInt(LATEST_KILL_MILLIS)); // the moment is what is tried
                    if (kill == kills / 2) {
                        cutOffTheDatabase(rehearsal);
                    }
                    if (kill == kills - 1) { // chance may have missed every run so far
                        await().atMost(Duration.ofSeconds(30))
                                .pollInterval(Duration.ofMillis(5))
                                .until(() -> !rehearsal
                                        .one("select count(*) from sync_runs where status = 'running'")
                                        .equals("0"));
                    }
                    rehearsal.node.kill(); // at once, or what was under way is over
                    note(rehearsal);
                    rehearsal.node.restart();
                }
                rehearsal.play(steps.subList(kills * part, steps.size()));
                report.put("faults", trouble.faults());
            }
            rehearsal.awaitQuiet();
            for (int i = 0; i < followers.size(); i++) {
                assertSawEachOnce(rehearsal, followers.get(i), i);
            }
            assertThat(EndState.createdTwice(rehearsal.database))
                    .as("created twice, seed " + seed)
                    .isEqualTo("0");
            assertItWasWild(rehearsal);
            report.put(
                    "syncRuns",
                    rehearsal.one("select string_agg(status || ' ' || n, ', ' order by status)"
                            + " from (select status, count(*) n from sync_runs group by status) r"));
            return EndState.of(rehearsal.database);
        }
    }

    private void assertSawEachOnce(Rehearsal rehearsal, Follower follower, int number) throws Exception {
        var written = EndState.leadEvents(rehearsal.database, world.clients().get(number));
        await("the follower has caught up, seed " + seed)
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(follower.seen())
                        .as(() -> follower + ", log of the server: " + rehearsal.node.log())
                        .containsAll(written));
        follower.close();
        assertThat(follower.seen()).as("events seen, seed " + seed).isEqualTo(written);
        assertThat(follower.connections()).as("it was cut off").isGreaterThan(1);
        report.merge("events", written.size(), (one, other) -> (Integer) one + (Integer) other);
        report.merge("connections", follower.connections(), (one, other) -> (Integer) one + (Integer) other);
    }

    /** Whether the kill has hit an inbox with work in it. */
    private void note(Rehearsal rehearsal) throws SQLException {
        var waiting = rehearsal.one("select count(*) from inbound_webhooks where status = 'pending'");
        report.merge(
                "killsWithWebhooksWaiting",
                waiting.equals("0") ? 0 : 1,
                (one, other) -> (Integer) one + (Integer) other);
    }

    /** Kills that hit nothing prove nothing. */
    private void assertItWasWild(Rehearsal rehearsal) throws SQLException {
        int runs = Integer.parseInt(rehearsal.one("select count(*) from sync_runs where status = 'interrupted'"));
        report.put("runsKilled", runs);
        assertThat(runs).as("runs that a kill has hit, seed " + seed).isPositive();
        assertThat((Integer) report.get("killsWithWebhooksWaiting"))
                .as("kills with webhooks waiting, seed " + seed)
                .isPositive();
    }

    /** Restarts PostgreSQL when we are told how, else ends all connections of the server. */
    private void cutOffTheDatabase(Rehearsal rehearsal) throws Exception {
        var restart = System.getenv("PARLEY_TEST_PG_RESTART");
        if (restart == null) {
            endConnections(rehearsal.database.name());
        } else {
            assertThat(new ProcessBuilder(restart).inheritIO().start().waitFor())
                    .isZero();
        }
        long ready = System.nanoTime();
        var api = rehearsal.node.api(world.clients().getFirst());
        var health = rehearsal.node.url().resolve("/health/ready");
        await("GraphQL answers again")
                .atMost(BACK_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> api.ask("{ leads(first: 1) { totalCount } }")
                        .body()
                        .path("data")
                        .path("leads")
                        .isObject());
        report.put("graphqlAgainMillis", (System.nanoTime() - ready) / 1_000_000);
        await("health is good again")
                .atMost(BACK_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> api.send(api.request(health).GET()).status() == 200);
        report.put("healthAgainMillis", (System.nanoTime() - ready) / 1_000_000);
    }

    private static void endConnections(String database) throws SQLException {
        var url = DatabaseUrl.parse(System.getenv("PARLEY_TEST_DATABASE_URL"));
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var statement = connection.prepareStatement("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = ? and application_name like 'parley-%'")) {
            statement.setString(1, database);
            statement.execute();
        }
    }

    private void write() throws IOException {
        var file = System.getProperty("parley.chaos.report");
        if (file != null) {
            report.put("seed", seed);
            report.put("kills", kills);
            report.put("commit", System.getProperty("parley.chaos.commit"));
            report.put("cores", Runtime.getRuntime().availableProcessors());
            report.put("jdk", Runtime.version().toString());
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(new File(file), report);
        }
        System.out.println("Chaos: " + report);
    }

    private static long seed(String given) {
        return given.equals("random") ? new Random().nextInt(1_000_000) : Long.parseLong(given);
    }
}
