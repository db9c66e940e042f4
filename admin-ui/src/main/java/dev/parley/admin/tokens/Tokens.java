package dev.parley.admin.tokens;

import dev.parley.admin.clients.Api;
import dev.parley.admin.graphql.Document;
import dev.parley.admin.lists.ListSource;
import dev.parley.admin.lists.Page;
import dev.parley.admin.settings.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** API tokens, asked from the API, made and revoked through it. */
public final class Tokens implements ListSource<Token, TokenFilter> {

    private static final Document LIST = document("apiTokens.graphql");
    private static final Document ONE = document("apiToken.graphql");
    private static final Document CREATE = document("createApiToken.graphql");
    private static final Document REVOKE = document("revokeApiToken.graphql");

    private record One(@Nullable Token apiToken) {}

    private record Answer(Payload createApiToken) {}

    private record Payload(@Nullable String token, List<TokenProblem> problems) {}

    /**
     * What came of wanting a token.
     *
     * @param secret null when something stood in the way
     */
    record Created(@Nullable Secret secret, List<TokenProblem> problems) {}

    @Override
    public Page<Token> list(Api api, TokenFilter filter, int offset, int first) {
        var answer = api.execute(
                LIST, Map.of("onlyActive", filter.onlyActive(), "offset", offset, "first", first), JsonNode.class);
        return Page.of(answer.path("apiTokens"), Token.class);
    }

    Optional<Token> find(Api api, String id) {
        return Optional.ofNullable(api.execute(ONE, Map.of("id", id), One.class).apiToken());
    }

    Created create(Api api, TokenRequest wanted) {
        var payload = api.execute(CREATE, Map.of("input", wanted.input()), Answer.class)
                .createApiToken();
        return new Created(payload.token() == null ? null : new Secret(payload.token()), payload.problems());
    }

    void revoke(Api api, String id) {
        api.execute(REVOKE, Map.of("id", id), JsonNode.class);
    }

    private static Document document(String file) {
        return Document.beside(Tokens.class, file);
    }
}
