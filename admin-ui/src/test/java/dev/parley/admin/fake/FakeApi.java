package dev.parley.admin.fake;

import dev.parley.admin.graphql.Json;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** GraphQL over HTTP for a handful of people, leads and conversations. The access token ends with the person's e-mail. */
public final class FakeApi extends HttpServlet {

    private static final Pattern OPERATION = Pattern.compile("(?:query|mutation) (\\w+)");

    /** By e-mail: clients as the API shows them. */
    public final Map<String, List<Map<String, String>>> clients = new ConcurrentHashMap<>();

    public final List<ObjectNode> leads = new CopyOnWriteArrayList<>();
    public final List<ObjectNode> conversations = new CopyOnWriteArrayList<>();
    /** The newest first. */
    public final List<ObjectNode> runs = new CopyOnWriteArrayList<>();

    /** The newest first. */
    public final List<ObjectNode> tokens = new CopyOnWriteArrayList<>();

    public final List<ObjectNode> alerts = new CopyOnWriteArrayList<>();
    public volatile boolean stale;
    public volatile @Nullable String obstacle;
    public final List<JsonNode> updates = new CopyOnWriteArrayList<>();
    public final List<JsonNode> problems = new CopyOnWriteArrayList<>();
    public final List<String> asked = new CopyOnWriteArrayList<>();
    /** When set, everything but memberships is refused with this code. */
    public volatile @Nullable String refusal;

    public volatile boolean everythingRefused;

    public volatile boolean exactCount = true;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = Json.MAPPER.readTree(request.getInputStream());
        var matcher = OPERATION.matcher(body.path("query").asString());
        if (!matcher.find()) {
            throw new IllegalStateException("No operation");
        }
        var operation = matcher.group(1);
        asked.add(operation);
        response.setContentType("application/json");
        if (everythingRefused || refusal != null && !operation.equals("Clients")) {
            response.setStatus(500);
            response.getWriter()
                    .write("{\"errors\":[{\"message\":\"no\",\"extensions\":{\"code\":\"%s\",\"requestId\":\"r-7\"}}]}"
                            .formatted(refusal));
            return;
        }
        var email = request.getHeader("Authorization").replaceAll("^Bearer access-\\d+-", "");
        var data = data(operation, email, body.path("variables"));
        response.getWriter().write(Json.MAPPER.writeValueAsString(Map.of("data", data)));
    }

    private Map<String, ?> data(String operation, String email, JsonNode variables) {
        return switch (operation) {
            case "Clients" -> Map.of("clients", clients.getOrDefault(email, List.of()));
            case "Leads" -> Map.of("leads", page(filtered(variables), variables));
            case "Conversations" -> Map.of("conversations", page(conversations, variables));
            case "Lead" -> one("lead", leads, variables);
            case "Conversation" -> one("conversation", conversations, variables);
            case "SyncStatus", "Freshness" -> Map.of("syncStatus", syncStatus());
            case "SyncNow" -> Map.of("syncNow", Map.of("problems", syncProblems()));
            case "Alerts" -> Map.of("alerts", alerts);
            case "ApiTokens" -> Map.of("apiTokens", page(tokens(variables), variables));
            case "ApiToken" -> one("apiToken", tokens, variables);
            case "CreateApiToken" -> Map.of("createApiToken", createToken(variables.path("input")));
            case "RevokeApiToken" -> Map.of("revokeApiToken", revokeToken(variables));
            case "UpdateLead" -> Map.of("updateLead", Map.of("problems", update(variables)));
            default -> throw new IllegalStateException(operation);
        };
    }

    private List<ObjectNode> tokens(JsonNode variables) {
        return tokens.stream()
                .filter(token -> !variables.path("onlyActive").asBoolean()
                        || token.path("status").asString().equals("ACTIVE"))
                .toList();
    }

    private Map<String, ?> createToken(JsonNode input) {
        var token = Samples.token(tokens.size() + 1, input.path("name").asString(), "ACTIVE");
        token.put("role", input.path("role").asString());
        tokens.addFirst(token);
        return Map.of("token", "parley_secret-of-" + token.path("id").asString(), "problems", List.of());
    }

    private Map<String, ?> revokeToken(JsonNode variables) {
        tokens.stream()
                .filter(token -> token.path("id").equals(variables.path("id")))
                .forEach(token -> token.put("status", "REVOKED").put("revokedAt", "2026-05-04T10:15:00Z"));
        return Map.of("problems", List.of());
    }

    private List<Map<String, String>> syncProblems() {
        return obstacle == null ? List.of() : List.of(Map.of("code", obstacle));
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

    private Map<String, ?> page(List<ObjectNode> all, JsonNode variables) {
        int offset = Math.min(variables.path("offset").asInt(), all.size());
        int end = Math.min(offset + variables.path("first").asInt(), all.size());
        return Map.of(
                "totalCount",
                all.size(),
                "totalCountExact",
                exactCount,
                "nodes",
                new ArrayList<>(all).subList(offset, end));
    }

    private Map<String, ?> syncStatus() {
        var status = new HashMap<String, @Nullable Object>();
        status.put("obstacle", obstacle);
        status.put("intervalSeconds", 300);
        status.put("nextRunAt", "2026-05-04T10:17:00Z");
        status.put("lastSucceededAt", "2026-05-04T10:12:00Z");
        status.put("stale", stale);
        status.put("runs", runs);
        return status;
    }

    private static Map<String, ?> one(String field, List<ObjectNode> all, JsonNode variables) {
        var found = all.stream()
                .filter(node -> node.path("id").equals(variables.path("id")))
                .findFirst();
        var data = new HashMap<String, @Nullable Object>();
        data.put(field, found.orElse(null));
        return data;
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
}
