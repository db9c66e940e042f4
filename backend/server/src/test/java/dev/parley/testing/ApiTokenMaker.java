package dev.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** API tokens, made as people make them. */
public final class ApiTokenMaker {

    private static final String CREATE =
            """
            mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) {
              token apiToken { id name role start status createdBy expiresAt lastUsedAt revokedAt }
              problems { code field } } }""";

    private ApiTokenMaker() {}

    /** A token as its maker sees it once. */
    public record Made(UUID id, String token) {}

    /** Made by the client's owner. */
    public static Made make(OwnClient client, String role) {
        var payload = create(client.api(), Map.of("name", "Program of a test", "role", role.toUpperCase(Locale.ROOT)));
        return new Made(
                UUID.fromString(payload.path("apiToken").path("id").asText()),
                payload.path("token").asText());
    }

    public static JsonNode create(Api api, Map<String, ?> input) {
        return api.data(CREATE, Map.of("input", input)).path("createApiToken");
    }

    public static Api.Answer tryToCreate(Api api, Map<String, ?> input) {
        return api.ask(CREATE, Map.of("input", input));
    }

    public static JsonNode revoke(Api api, Object id) {
        return api.data(
                        "mutation($id: ID!) { revokeApiToken(id: $id) { apiToken { status revokedAt } problems { code } } }",
                        Map.of("id", id.toString()))
                .path("revokeApiToken");
    }
}
