package dev.parley.admin.freshness;

import dev.parley.admin.clients.Api;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.live.Channel;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How old what is shown may be, asked from the API. */
final class Freshness {

    /** What syncs do: it is what makes things fresh. */
    static final Channel EVENTS = new Channel("syncProgress", document("syncEnds.graphql"));

    private static final Document KNOWN = document("freshness.graphql");

    /** @param lastSucceededAt when the last sync that worked began; null before the first one */
    record Known(boolean stale, @Nullable Instant lastSucceededAt) {}

    private record Answer(Known syncStatus) {}

    Known find(Api api) {
        return api.execute(KNOWN, Map.of(), Answer.class).syncStatus();
    }

    private static Document document(String file) {
        return Document.beside(Freshness.class, file);
    }
}
