package dev.parley.admin.tokens;

import dev.parley.admin.fake.FakeFeature;
import dev.parley.admin.graphql.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** API tokens that can be made and revoked. */
public final class FakeTokens implements FakeFeature {

    /** The newest first. */
    public final List<ObjectNode> tokens = new CopyOnWriteArrayList<>();

    @Override
    public Map<String, Answer> operations() {
        return Map.of(
                "ApiTokens", variables -> Map.of("apiTokens", FakeFeature.page(filtered(variables), variables, true)),
                "ApiToken", variables -> FakeFeature.one("apiToken", tokens, variables),
                "CreateApiToken", variables -> Map.of("createApiToken", create(variables.path("input"))),
                "RevokeApiToken", variables -> Map.of("revokeApiToken", revoke(variables)));
    }

    private List<ObjectNode> filtered(JsonNode variables) {
        return tokens.stream()
                .filter(token -> !variables.path("onlyActive").asBoolean()
                        || token.path("status").asString().equals("ACTIVE"))
                .toList();
    }

    private Map<String, ?> create(JsonNode input) {
        var token = token(tokens.size() + 1, input.path("name").asString(), "ACTIVE");
        token.put("role", input.path("role").asString());
        tokens.addFirst(token);
        return Map.of("token", "parley_secret-of-" + token.path("id").asString(), "problems", List.of());
    }

    private Map<String, ?> revoke(JsonNode variables) {
        tokens.stream()
                .filter(token -> token.path("id").equals(variables.path("id")))
                .forEach(token -> token.put("status", "REVOKED").put("revokedAt", "2026-05-04T10:15:00Z"));
        return Map.of("problems", List.of());
    }

    public static ObjectNode token(int number, String name, String status) {
        return (ObjectNode) Json.MAPPER.readTree(
                """
                {"id":"token-%1$d","name":"%2$s","role":"VIEWER","start":"parley_Ab%1$d","status":"%3$s",
                 "createdAt":"2026-05-01T09:00:00Z","createdBy":"owner@north.test","expiresAt":"2026-07-30T09:00:00Z",
                 "lastUsedAt":"2026-05-04T10:12:00Z","revokedAt":null}
                """
                        .formatted(number, name, status));
    }
}
