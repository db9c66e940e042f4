package dev.parley.admin.leads;

import dev.parley.admin.clients.Api;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.graphql.Json;
import dev.parley.admin.lists.ListSource;
import dev.parley.admin.lists.Page;
import dev.parley.admin.live.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Leads, asked from the API and changed through it. */
public final class Leads implements ListSource<LeadRow, LeadFilter> {

    private static final Channel EVENTS = new Channel("leadEvents", document("leadEvents.graphql"));

    private static final Document LIST = document("leads.graphql");
    private static final Document ONE = document("lead.graphql");
    private static final Document UPDATE = document("updateLead.graphql");

    private record One(@Nullable Lead lead) {}

    private record Updated(Payload updateLead) {}

    private record Payload(List<LeadProblem> problems) {}

    @Override
    public Optional<Channel> events() {
        return Optional.of(EVENTS);
    }

    @Override
    public Optional<LeadRow> row(JsonNode event) {
        return Json.read(event.path("lead"), LeadRow.class);
    }

    @Override
    public Page<LeadRow> list(Api api, LeadFilter filter, int offset, int first) {
        var answer = api.execute(LIST, filter.variables(offset, first), JsonNode.class);
        return Page.of(answer.path("leads"), LeadRow.class);
    }

    Optional<Lead> find(Api api, String id) {
        return Optional.ofNullable(api.execute(ONE, Map.of("id", id), One.class).lead());
    }

    /** @return what stood in the way; empty: done */
    List<LeadProblem> update(Api api, String id, int version, Map<String, String> input) {
        return api.execute(UPDATE, Map.of("id", id, "version", version, "input", input), Updated.class)
                .updateLead()
                .problems();
    }

    private static Document document(String file) {
        return Document.beside(Leads.class, file);
    }
}
