package dev.parley.tokens.graphql;

import dev.parley.graphql.ListSize;
import dev.parley.tokens.ApiTokenProblem;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** What revokeApiToken answers. */
@Type("RevokeApiTokenPayload")
@Description("What revokeApiToken answers: the token, or what stood in the way.")
public record RevokeApiTokenPayload(@Nullable ApiTokenType revoked) {

    @Description("The token, revoked; null when there are problems.")
    public @Nullable ApiTokenType getApiToken() {
        return revoked;
    }

    @ListSize(assumed = 1)
    @Description("What stood in the way.")
    public List<ApiTokenProblemType> getProblems() {
        return revoked != null
                ? List.of()
                : List.of(new ApiTokenProblemType(
                        new ApiTokenProblem(ApiTokenProblem.Code.NOT_FOUND, "id", "There is no such API token")));
    }
}
