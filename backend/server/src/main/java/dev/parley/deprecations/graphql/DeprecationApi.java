package dev.parley.deprecations.graphql;

import dev.parley.deprecations.DeprecatedUse;
import dev.parley.deprecations.DeprecatedUses;
import dev.parley.graphql.Cost;
import dev.parley.graphql.ListSize;
import dev.parley.graphql.Operation;
import dev.parley.graphql.Outdating;
import dev.parley.security.RequiresRole;
import dev.parley.security.Role;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** What is going away, over GraphQL. */
@GraphQLApi
@ApplicationScoped
public class DeprecationApi {

    private final DeprecatedUses uses;

    @Inject
    public DeprecationApi(DeprecatedUses uses) {
        this.uses = uses;
    }

    @Cost(20)
    @ListSize(assumed = 10)
    @Query("deprecations")
    @RequiresRole(Role.ADMIN)
    @Description("What is going away from this schema, and which of the client's people and programs still use it.")
    public List<DeprecationType> deprecations(DataFetchingEnvironment env) {
        var callers =
                Operation.of(env).read(uses::of).stream().collect(Collectors.groupingBy(DeprecatedUse::coordinate));
        return Outdating.of(env).entrySet().stream()
                .map(one -> new DeprecationType(
                        one.getKey(), one.getValue(), callers.getOrDefault(one.getKey(), List.of())))
                .toList();
    }
}
