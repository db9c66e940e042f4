package dev.parley.tokens.graphql;

import dev.parley.graphql.Cost;
import dev.parley.graphql.Ids;
import dev.parley.graphql.ListSize;
import dev.parley.graphql.Operation;
import dev.parley.persistence.Page;
import dev.parley.persistence.Slice;
import dev.parley.security.RequiresRole;
import dev.parley.security.Role;
import dev.parley.tokens.ApiToken;
import dev.parley.tokens.ApiTokens;
import dev.parley.tokens.NewApiToken;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** API tokens over GraphQL: for people who administer the client, never for programs. */
@GraphQLApi
@ApplicationScoped
public class ApiTokenApi {

    private final ApiTokens tokens;

    @Inject
    public ApiTokenApi(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Query("apiToken")
    @RequiresRole(value = Role.ADMIN, onlyPeople = true)
    @Description("An API token, or null when the client has none with this id. For people only, not for programs.")
    public @Nullable ApiTokenType apiToken(
            @Name("id") @Id @NonNull @Description("Its id in Parley.") String id, DataFetchingEnvironment env) {
        var operation = Operation.of(env);
        return Ids.parse(id)
                .flatMap(uuid -> operation.read(transaction -> tokens.find(transaction, uuid)))
                .map(this::shown)
                .orElse(null);
    }

    @ListSize(
            by = "first",
            of = {"nodes", "edges"})
    @Query("apiTokens")
    @RequiresRole(value = Role.ADMIN, onlyPeople = true)
    @Description("The client's API tokens, newest first. For people only, not for programs.")
    public ApiTokenConnection apiTokens(
            @Name("onlyActive") @DefaultValue("false") @Description("Without expired and revoked ones.")
                    Boolean onlyActive,
            @Name("first") @DefaultValue("50") @Description("Page size, 1 to 200.") Integer first,
            @Name("after") @Description("Cursor of the last item of the page before.") String after,
            @Cost(10) @Name("offset") @Description("Items to skip, for grids; not together with after.") Integer offset,
            DataFetchingEnvironment env) {
        var operation = Operation.of(env);
        var list = tokens.list(onlyActive);
        var slice = Slice.of(first, after, offset);
        var page = operation.read(transaction -> list.page(transaction, slice));
        return new ApiTokenConnection(
                new Page<>(page.items().stream().map(this::shown).toList(), page.hasNext(), page.hasPrevious()),
                () -> operation.read(list::count));
    }

    @Cost(10)
    @Mutation("createApiToken")
    @RequiresRole(value = Role.ADMIN, onlyPeople = true)
    @Description("Creates an API token for a program. For people only, not for programs.")
    public CreateApiTokenPayload createApiToken(
            @Name("input") @NonNull @Description("What it is to be.") ApiTokenWish input, DataFetchingEnvironment env) {
        var operation = Operation.of(env);
        var wanted = NewApiToken.of(input.getName(), input.getRole(), input.getExpiresInDays());
        var problems = tokens.problems(operation.caller(), wanted);
        if (!problems.isEmpty()) {
            return CreateApiTokenPayload.refused(problems);
        }
        var created = operation.read(transaction -> tokens.create(transaction, operation.caller(), wanted));
        return CreateApiTokenPayload.done(created.secret(), shown(created.token()));
    }

    @Cost(10)
    @Mutation("revokeApiToken")
    @RequiresRole(value = Role.ADMIN, onlyPeople = true)
    @Description("Ends an API token at once, whatever it is used for right now. Doing it again changes nothing.")
    public RevokeApiTokenPayload revokeApiToken(
            @Name("id") @Id @NonNull @Description("Its id in Parley.") String id, DataFetchingEnvironment env) {
        var operation = Operation.of(env);
        return new RevokeApiTokenPayload(Ids.parse(id)
                .flatMap(uuid -> operation.read(transaction -> tokens.revoke(transaction, uuid)))
                .map(this::shown)
                .orElse(null));
    }

    private ApiTokenType shown(ApiToken token) {
        return new ApiTokenType(token, tokens.status(token));
    }
}
