package dev.parley.admin.freshness;

import dev.parley.admin.fake.FakeFeature;
import java.util.Map;

/** Whether data may be old. */
public final class FakeFreshness implements FakeFeature {

    public volatile boolean stale;

    @Override
    public Map<String, Answer> operations() {
        return Map.of(
                "Freshness",
                variables -> Map.of("syncStatus", Map.of("stale", stale, "lastSucceededAt", "2026-05-04T10:12:00Z")));
    }
}
