package dev.parley.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chaos.Story.Step;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.world.World;
import dev.parley.schema.TestDatabase;
import dev.parley.testing.Parley;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** One telling of a story to one installation: a database, a sandbox and a server of its own. */
public final class Rehearsal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PRESS_EVERY_MILLIS = 500;
    /** None of a long story is forgotten. */
    private static final int MOST_CONVERSATIONS = 100_000;

    public final TestDatabase database;
    public final Sandbox sandbox;
    public final Node node;

    private final Deliveries deliveries;
    private final Thread pressing;
    private volatile boolean running = true;

    public Rehearsal(World world, long seed, boolean isDisorderly) throws IOException, SQLException {
        database = TestDatabase.create();
        sandbox = Sandbox.builder(world).mostHeld(MOST_CONVERSATIONS).start();
        var settings = Parley.directSettings(database, world, sandbox);
        settings.put("PARLEY_SYNC_LEASE", "PT3S");
        settings.put("PARLEY_ELEVENLABS_REQUESTS_PER_SECOND", "1000");
        node = new Node(settings, sandbox);
        deliveries = new Deliveries(node, seed, isDisorderly);
        pressing = Thread.ofVirtual().start(this::press);
    }

    public void play(List<Step> steps) {
        for (var step : steps) {
            sandbox.play(step.detail().deepCopy(), false);
            if (step.told()) {
                deliveries.tell(step);
            }
        }
    }

    /** Waits until everything was delivered and worked through, and a run of each client found nothing new. */
    public void awaitQuiet() throws SQLException {
        await("all webhooks are taken").atMost(PATIENCE).until(deliveries::isDone);
        await("all webhooks are worked through")
                .atMost(PATIENCE)
                .until(() -> one("select count(*) from inbound_webhooks where status = 'pending'")
                        .equals("0"));
        var quiet = "select count(distinct client_id) from sync_runs where status = 'succeeded' and fetched = 0"
                + " and started_at > '" + one("select now()") + "'";
        await("a run of each client finds nothing new").atMost(PATIENCE).until(() -> one(quiet)
                .equals(Integer.toString(sandbox.world().clients().size())));
        assertThat(one("select count(*) from inbound_webhooks where status = 'given_up'"))
                .isEqualTo("0");
    }

    public String one(String query) throws SQLException {
        return EndState.one(database, query);
    }

    /** Asks for a run of each client again and again. */
    private void press() {
        try {
            while (running) {
                for (var client : sandbox.world().clients()) {
                    try {
                        node.api(client).ask("mutation { syncNow { requested } }");
                    } catch (AssertionError e) {
                        continue; // killed
                    }
                }
                Thread.sleep(PRESS_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        running = false;
        pressing.join();
        deliveries.close();
        node.close();
        sandbox.close();
        database.close();
    }
}
