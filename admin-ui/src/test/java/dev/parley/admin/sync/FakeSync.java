package dev.parley.admin.sync;

import dev.parley.admin.fake.FakeFeature;
import dev.parley.admin.graphql.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A sync every five minutes. */
public final class FakeSync implements FakeFeature {

    /** The newest first. */
    public final List<ObjectNode> runs = new CopyOnWriteArrayList<>();

    public volatile boolean stale;
    public volatile @Nullable String obstacle;

    @Override
    public Map<String, Answer> operations() {
        return Map.of(
                "SyncStatus", variables -> Map.of("syncStatus", status()),
                "SyncNow", variables -> Map.of("syncNow", Map.of("problems", problems())));
    }

    private List<Map<String, String>> problems() {
        return obstacle == null ? List.of() : List.of(Map.of("code", obstacle));
    }

    private Map<String, ?> status() {
        var status = new HashMap<String, @Nullable Object>();
        status.put("obstacle", obstacle);
        status.put("intervalSeconds", 300);
        status.put("nextRunAt", "2026-05-04T10:17:00Z");
        status.put("lastSucceededAt", "2026-05-04T10:12:00Z");
        status.put("stale", stale);
        status.put("runs", runs);
        return status;
    }

    /** @param errorCode null for none */
    public static ObjectNode run(int number, String status, @Nullable String errorCode) {
        var run = (ObjectNode) Json.MAPPER.readTree(
                """
                {"id":"run-%d","reason":"SCHEDULE","status":"%s","listed":120,"fetched":45,"changed":12,"failed":0,
                 "startedAt":"2026-05-04T09:57:00Z","finishedAt":%s}
                """
                        .formatted(number, status, status.equals("RUNNING") ? "null" : "\"2026-05-04T09:57:04Z\""));
        return run.put("errorCode", errorCode);
    }

    /** @param nextAttemptAt null: that was done */
    public static ObjectNode failure(String conversationId, String code, int attempts, @Nullable String nextAttemptAt) {
        return Json.MAPPER
                .createObjectNode()
                .put("elevenlabsConversationId", conversationId)
                .put("code", code)
                .put("attempts", attempts)
                .put("nextAttemptAt", nextAttemptAt);
    }
}
