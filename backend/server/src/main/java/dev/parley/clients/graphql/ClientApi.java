package dev.parley.clients.graphql;

import dev.parley.graphql.ListSize;
import dev.parley.graphql.Operation;
import dev.parley.security.Allowed;
import dev.parley.security.Role;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** The caller and their clients over GraphQL. */
@GraphQLApi
@ApplicationScoped
public class ClientApi {

    @Query("me")
    @Allowed(value = Role.VIEWER, withoutClient = true)
    @Description("Who is asking.")
    public MeType me(DataFetchingEnvironment env) {
        return new MeType(Operation.of(env).caller());
    }

    @ListSize(assumed = 5)
    @Query("clients")
    @Allowed(value = Role.VIEWER, withoutClient = true)
    @Description("The clients you may work in, by name.")
    public List<ClientType> clients(DataFetchingEnvironment env) {
        return me(env).getClients();
    }
}
