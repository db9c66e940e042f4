package dev.parley.sync;

import static org.awaitility.Awaitility.await;

import dev.parley.testing.FeatureFixture;
import dev.parley.testing.OwnClient;
import dev.parley.testing.Parley;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A run that has succeeded: the first one of a client with an API key. */
final class SyncFixture implements FeatureFixture {

    @Override
    public Rows make(Parley parley, OwnClient client) {
        await().atMost(Duration.ofSeconds(60)).until(() -> "succeeded"
                .equals(parley.sql("select min(status) from sync_runs where client_id = ?", client.id())));
        // No mark: the one place where the operations of these tests ask for a run's id is the run that is under way.
        return new Rows(Map.of("syncProgress", "(after: \"0\")"), List.of());
    }
}
