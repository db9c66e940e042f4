package dev.parley.admin.sync;

import dev.parley.admin.clients.Api;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.graphql.Json;
import dev.parley.admin.lists.ListSource;
import dev.parley.admin.lists.NoFilter;
import dev.parley.admin.lists.Page;
import dev.parley.admin.live.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How sync stands, asked from the API, and asking for a run. */
public final class Syncs implements ListSource<SyncRun, NoFilter<SyncRun>> {

    private static final Channel EVENTS =
            new Channel("syncProgress", Document.beside(Syncs.class, "syncProgress.graphql"));
    private static final Document STATUS = Document.beside(Syncs.class, "syncStatus.graphql");
    private static final Document NOW = Document.beside(Syncs.class, "syncNow.graphql");

    private record Answer(SyncStatus syncStatus) {}

    private record Asked(Payload syncNow) {}

    private record Payload(List<Problem> problems) {}

    private record Problem(Obstacle code) {}

    @Override
    public Page<SyncRun> list(Api api, NoFilter<SyncRun> all, int offset, int first) {
        var runs = status(api).runs();
        int begin = Math.min(offset, runs.size());
        int end = Math.min(begin + first, runs.size());
        return new Page<>(runs.subList(begin, end), runs.size(), true);
    }

    @Override
    public Optional<Channel> events() {
        return Optional.of(EVENTS);
    }

    @Override
    public Optional<SyncRun> row(JsonNode event) {
        return Json.read(event.path("run"), SyncRun.class);
    }

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
}
