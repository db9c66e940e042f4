package dev.parley.admin.leads;

import dev.parley.admin.clients.Api;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.graphql.Json;
import dev.parley.admin.lists.Page;
import dev.parley.admin.live.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Leads, asked from the API and changed through it. */
public final class Leads {

    /** New and changed leads. */
    public static final Channel EVENTS = new Channel("leadEvents", document("leadEvents.graphql"));

    private static final Document LIST = document("leads.graphql");
    private static final Document ONE = document("lead.graphql");
    private static final Document UPDATE = document("updateLead.graphql");
    private static final TypeReference<Page<LeadRow>> PAGE = new TypeReference<>() {};

    private record One(@Nullable Lead lead) {}

    private record Updated(Payload updateLead) {}

    private record Payload(List<LeadProblem> problems) {}

    Page<LeadRow> list(Api api, LeadFilter filter, int offset, int first) {
        var answer = api.execute(LIST, filter.variables(offset, first), JsonNode.class);
        return Json.MAPPER.convertValue(answer.path("leads"), PAGE);
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

    /** What an event says of a lead; empty when it is gone again. */
    static Optional<LeadRow> of(JsonNode event) {
        var lead = event.path("lead");
        return lead.isObject() ? Optional.of(Json.MAPPER.treeToValue(lead, LeadRow.class)) : Optional.empty();
    }

    private static Document document(String file) {
        return Document.beside(Leads.class, file);
    }
}
