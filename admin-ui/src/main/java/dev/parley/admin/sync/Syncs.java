package dev.parley.admin.sync;

import dev.parley.admin.clients.Api;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.graphql.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How sync stands, asked from the API, and asking for a run. */
public final class Syncs {

    private static final Document STATUS = Document.beside(Syncs.class, "syncStatus.graphql");
    private static final Document NOW = Document.beside(Syncs.class, "syncNow.graphql");

    private record Answer(SyncStatus syncStatus) {}

    private record Asked(Payload syncNow) {}

    private record Payload(List<Problem> problems) {}

    private record Problem(Obstacle code) {}

    SyncStatus status(Api api) {
        return api.execute(STATUS, Map.of(), Answer.class).syncStatus();
    }

    /** Only the last runs can be had. */
    Optional<SyncRun> find(Api api, String id) {
        return status(api).runs().stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /** @return what stands in the way; empty: a run is on its way */
    Optional<Obstacle> now(Api api) {
        return api.execute(NOW, Map.of(), Asked.class).syncNow().problems().stream()
                .map(Problem::code)
                .findFirst();
    }

    /** What an event says of a run; empty when it is gone. */
    static Optional<SyncRun> of(JsonNode event) {
        var run = event.path("run");
        return run.isObject() ? Optional.of(Json.MAPPER.treeToValue(run, SyncRun.class)) : Optional.empty();
    }
}
