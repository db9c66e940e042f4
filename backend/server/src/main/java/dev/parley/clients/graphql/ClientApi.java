package dev.parley.clients.graphql;

import dev.parley.clients.ClientSettings;
import dev.parley.graphql.Cost;
import dev.parley.graphql.ListSize;
import dev.parley.graphql.Operation;
import dev.parley.security.RequiresRole;
import dev.parley.security.Role;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The caller and their clients over GraphQL. */
@GraphQLApi
@ApplicationScoped
public class ClientApi {

    private final ClientSettings settings;

    @Inject
    public ClientApi(ClientSettings settings) {
        this.settings = settings;
    }

    @Query("me")
    @RequiresRole(value = Role.VIEWER, withoutClient = true)
    @Description("Who is asking.")
    public MeType me(DataFetchingEnvironment env) {
        return new MeType(Operation.of(env).caller());
    }

    @ListSize(assumed = 5)
    @Query("clients")
    @RequiresRole(value = Role.VIEWER, withoutClient = true)
    @Description("The clients you may work in, by name.")
    public List<ClientType> clients(DataFetchingEnvironment env) {
        return me(env).getClients();
    }

    @Cost(10)
    @Mutation("updateClient")
    @RequiresRole(Role.ADMIN)
    @Description(
            "Changes settings of the client this request works in. A field left out stays; null or empty clears it.")
    public UpdateClientPayload updateClient(
            @Name("version") @NonNull @Description("The version you saw.") Integer version,
            @Name("input") @NonNull @Description("What to change.") ClientChanges input,
            DataFetchingEnvironment env) {
        var operation = Operation.of(env);
        var given = (Map<?, ?>) operation.given().get("input");
        var phoneRegion = given.containsKey("phoneRegion")
                ? Optional.of(Objects.requireNonNullElse((String) given.get("phoneRegion"), ""))
                : Optional.<String>empty();
        var wanted = new ClientSettings.Wanted(phoneRegion, input.getChunkCharacters(), input.getChunkOverlap());
        var problems = operation.read(transaction -> settings.update(transaction, version, wanted));
        var client = problems.isEmpty() ? me(env).getClient() : null;
        return new UpdateClientPayload(client, problems);
    }
}
