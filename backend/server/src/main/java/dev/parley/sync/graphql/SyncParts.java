package dev.parley.sync.graphql;

import dev.parley.events.Change;
import dev.parley.events.Event;
import dev.parley.events.EventFeed;
import dev.parley.graphql.BatchedField;
import dev.parley.graphql.Ids;
import dev.parley.graphql.Operation;
import dev.parley.graphql.SchemaPart;
import dev.parley.graphql.Sdl;
import dev.parley.graphql.StreamField;
import dev.parley.sync.SyncFailure;
import dev.parley.sync.SyncFailures;
import dev.parley.sync.SyncRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of syncs. */
@ApplicationScoped
public class SyncParts implements SchemaPart {

    /** An event as the API shows it. */
    public record SyncEventType(
            String id, String type, Instant occurredAt, @Nullable SyncRunType run, List<String> changedFields) {}

    private final SyncRuns runs;
    private final SyncFailures failures;
    private final EventFeed feed;

    @Inject
    public SyncParts(SyncRuns runs, SyncFailures failures, EventFeed feed) {
        this.runs = runs;
        this.failures = failures;
        this.feed = feed;
    }

    @Override
    public String sdl() {
        return Sdl.resource(SyncParts.class, "sync.graphqls");
    }

    @Override
    public Map<String, Class<?>> types() {
        return Map.of("SyncFailure", SyncFailure.class, "SyncEvent", SyncEventType.class);
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

    @Override
    public List<StreamField<?, ?>> streams() {
        return List.of(new StreamField<Event, SyncEventType>(
                "syncProgress",
                env -> feed.events(
                        Operation.of(env).caller().inClient().clientId(),
                        Change.Entity.SYNC_RUN,
                        Ids.eventPosition(env.getArgument("after"))),
                this::present));
    }

    private SyncEventType present(Operation operation, Event event) {
        var change = event.change();
        return new SyncEventType(
                Long.toString(event.id()),
                change.type().name(),
                event.occurredAt(),
                change.subject()
                        .flatMap(id -> operation.read(transaction -> runs.find(transaction, id)))
                        .map(SyncRunType::new)
                        .orElse(null),
                change.changedFields());
    }
}
