package dev.parley.admin.alerts;

import dev.parley.admin.fake.FakeFeature;
import dev.parley.admin.graphql.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ObjectNode;

/** Alerts, as tests put them. */
public final class FakeAlerts implements FakeFeature {

    public final List<ObjectNode> alerts = new CopyOnWriteArrayList<>();

    @Override
    public Map<String, Answer> operations() {
        return Map.of("Alerts", variables -> Map.of("alerts", alerts));
    }

    /** Reported once, as a warning. */
    public static ObjectNode alert(int number, String kind, String code, boolean open) {
        return (ObjectNode) Json.MAPPER.readTree(
                """
                {"id":"alert-%d","kind":"%s","severity":"WARNING","message":{"en":"%2$s, in English","ru":"%2$s, по-русски"},
                 "code":"%s","count":1,"openedAt":"2026-05-04T09:50:00Z","lastSeenAt":"2026-05-04T09:50:00Z","closedAt":%s}
                """
                        .formatted(number, kind, code, open ? "null" : "\"2026-05-04T09:55:00Z\""));
    }
}
