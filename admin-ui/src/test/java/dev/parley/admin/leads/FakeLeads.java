package dev.parley.admin.leads;

import dev.parley.admin.fake.FakeFeature;
import dev.parley.admin.graphql.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** 250 leads, the newest first. */
public final class FakeLeads implements FakeFeature {

    public final List<ObjectNode> leads = new CopyOnWriteArrayList<>(
            IntStream.rangeClosed(1, 250).mapToObj(i -> lead(i, i % 100)).toList());

    /** The edits that came. */
    public final List<JsonNode> updates = new CopyOnWriteArrayList<>();

    /** What stands in the way of edits. */
    public final List<JsonNode> problems = new CopyOnWriteArrayList<>();

    public volatile boolean exactCount = true;

    @Override
    public Map<String, Answer> operations() {
        return Map.of(
                "Leads", variables -> Map.of("leads", FakeFeature.page(filtered(variables), variables, exactCount)),
                "Lead", variables -> FakeFeature.one("lead", leads, variables),
                "UpdateLead", variables -> Map.of("updateLead", Map.of("problems", update(variables))));
    }

    private List<ObjectNode> filtered(JsonNode variables) {
        return leads.stream()
                .filter(lead -> variables.path("minScore").asInt(0)
                        <= lead.path("leadQualityScore").asInt())
                .filter(lead -> lead.path("name")
                        .asString("")
                        .contains(variables.path("search").asString("")))
                .filter(lead -> variables.path("status").isEmpty()
                        || variables.path("status").path(0).equals(lead.path("status")))
                .toList();
    }

    private List<JsonNode> update(JsonNode variables) {
        updates.add(variables);
        if (problems.isEmpty()) {
            leads.stream()
                    .filter(lead -> lead.path("id").equals(variables.path("id")))
                    .forEach(lead -> {
                        lead.setAll((ObjectNode) variables.path("input"));
                        lead.put("version", lead.path("version").asInt() + 1);
                    });
        }
        return List.copyOf(problems);
    }

    public static ObjectNode lead(int number, int score) {
        return (ObjectNode) Json.MAPPER.readTree(
                """
                {"id":"lead-%1$d","name":"Person %1$d","email":"p%1$d@firm.test","phone":"+7921555%1$04d","company":"Firm",
                 "leadQualityScore":%2$d,"status":"NEW","notes":null,"conversationSummary":"Wants a flat.",
                 "extractedEntities":{"budget":"5 000 000"},"version":1,
                 "createdAt":"2026-05-04T10:00:00Z","updatedAt":"2026-05-04T10:00:00Z",
                 "evidence":[
                   {"field":"phone","value":"+7921555%1$04d","turn":1,"quote":"8 921 555","state":"CONFIRMED"},
                   {"field":"name","value":"Person %1$d","turn":null,"quote":null,"state":"INFERRED"}],
                 "scoreSignals":[{"name":"phone","points":20,"turn":1},{"name":"brand_new_signal","points":5,"turn":null}],
                 "sourceConversation":{"id":"conversation-%1$d","title":"A flat","startedAt":"2026-05-04T09:58:00Z",
                   "durationSeconds":95,"language":"ru",
                   "transcript":[{"index":0,"secondsIn":0},{"index":1,"secondsIn":66}]}}
                """
                        .formatted(number, score));
    }
}
