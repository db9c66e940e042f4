package dev.parley.tokens.graphql;

import dev.parley.graphql.ListSize;
import dev.parley.tokens.ApiTokenProblem;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** What createApiToken answers. Prints without the secret. */
@Type("CreateApiTokenPayload")
@Description("What createApiToken answers: the token, or what stood in the way.")
public record CreateApiTokenPayload(
        @Nullable String secret, @Nullable ApiTokenType created, List<ApiTokenProblem> refusals) {

    static CreateApiTokenPayload done(String secret, ApiTokenType token) {
        return new CreateApiTokenPayload(secret, token, List.of());
    }

    static CreateApiTokenPayload refused(List<ApiTokenProblem> problems) {
        return new CreateApiTokenPayload(null, null, problems);
    }

    @Description("The token itself, to be sent as \"Authorization: Bearer …\". This is the only time it is shown.")
    public @Nullable String getToken() {
        return secret;
    }

    @Description("What is known of it from now on; null when there are problems.")
    public @Nullable ApiTokenType getApiToken() {
        return created;
    }

    @ListSize(assumed = 3)
    @Description("What stood in the way; then there is no token.")
    public List<ApiTokenProblemType> getProblems() {
        return refusals.stream().map(ApiTokenProblemType::new).toList();
    }

    @Override
    public String toString() {
        return "CreateApiTokenPayload[" + created + "]";
    }
}
