package dev.parley.sync.graphql;

import dev.parley.events.graphql.EntityStream;
import dev.parley.graphql.BatchedField;
import dev.parley.graphql.SchemaPart;
import dev.parley.graphql.Sdl;
import dev.parley.sync.SyncFailure;
import dev.parley.sync.SyncFailures;
import dev.parley.sync.SyncRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is nested in sync runs, and the stream of their events. */
@ApplicationScoped
public class SyncParts implements SchemaPart {

    private final SyncRuns runs;
    private final SyncFailures failures;

    @Inject
    public SyncParts(SyncRuns runs, SyncFailures failures) {
        this.runs = runs;
        this.failures = failures;
    }

    @Override
    public String sdl() {
        return Sdl.resource(SyncParts.class, "sync.graphqls");
    }

    @Override
    public Map<String, Class<?>> types() {
        return Map.of("SyncFailure", SyncFailure.class);
    }

    @Override
    public List<BatchedField<?, ?, ?>> batchedFields() {
        return List.of(new BatchedField<SyncRunType, UUID, List<SyncFailure>>(
                "SyncRun", "failures", source -> source.run().id(), (transaction, ids) -> {
                    var named = new HashMap<>(failures.ofRuns(transaction, ids));
                    ids.forEach(id -> named.putIfAbsent(id, List.of()));
                    return named;
                }));
    }

    @Produces
    EntityStream<SyncRunType> syncProgress() {
        return EntityStream.of(SyncRuns.ENTITY, "SyncRun", (transaction, id) -> runs.find(transaction, id)
                        .map(SyncRunType::new))
                .named("syncProgress", "SyncEvent", "run")
                .described("What syncs do.", "It began.", "It went on, or ended.");
    }
}
