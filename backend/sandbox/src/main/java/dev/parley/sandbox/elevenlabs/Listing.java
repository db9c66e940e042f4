package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Json;
import java.util.List;

/** A page of conversations and whether there are more. */
record Listing(List<Recorded> page, boolean hasMore) {

    ObjectNode json(boolean withSummaries) {
        var body = Json.object();
        var items = body.putArray("conversations");
        page.forEach(one -> items.add(one.row().json(withSummaries ? summary(one) : null)));
        body.put("next_cursor", hasMore ? Place.of(page.getLast().row()).toCursor() : null);
        return body.put("has_more", hasMore);
    }

    private static String summary(Recorded one) {
        return one.detail().path("analysis").path("transcript_summary").textValue();
    }
}
