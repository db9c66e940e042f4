package dev.parley.sync.graphql;

import dev.parley.graphql.Cost;
import dev.parley.graphql.Operation;
import dev.parley.security.RequiresRole;
import dev.parley.security.Role;
import dev.parley.sync.Syncs;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;

/** Sync over GraphQL. */
@GraphQLApi
@ApplicationScoped
public class SyncApi {

    private static final int RUNS = 50;

    private final Syncs syncs;

    @Inject
    public SyncApi(Syncs syncs) {
        this.syncs = syncs;
    }

    @Query("syncStatus")
    @RequiresRole(Role.VIEWER)
    @Description("How bringing conversations in from ElevenLabs stands.")
    public SyncStatusType syncStatus(DataFetchingEnvironment env) {
        return new SyncStatusType(Operation.of(env).read(transaction -> syncs.status(transaction, RUNS)));
    }

    @Cost(10)
    @Mutation("syncNow")
    @RequiresRole(Role.ANALYST)
    @Description("Asks for a run as soon as possible. Asking again while one waits changes nothing.")
    public SyncNowPayload syncNow(DataFetchingEnvironment env) {
        return new SyncNowPayload(Operation.of(env).read(syncs::now).orElse(null));
    }
}
