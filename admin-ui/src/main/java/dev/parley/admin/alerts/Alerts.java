package dev.parley.admin.alerts;

import dev.parley.admin.clients.Api;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.live.Channel;
import java.util.List;
import java.util.Map;

/** What is wrong and what was, asked from the API. */
final class Alerts {

    /** Alerts that open and close. */
    static final Channel EVENTS = new Channel("alertEvents", document("alertEvents.graphql"));

    private static final Document LIST = document("alerts.graphql");

    private record Answer(List<Alert> alerts) {}

    /** The newest first. */
    List<Alert> list(Api api) {
        return api.execute(LIST, Map.of(), Answer.class).alerts();
    }

    private static Document document(String file) {
        return Document.beside(Alerts.class, file);
    }
}
