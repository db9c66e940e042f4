package dev.parley.events.graphql;

import dev.parley.graphql.Operation;
import dev.parley.security.RequiresRole;
import dev.parley.security.Role;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Where the feed stands. */
@GraphQLApi
@ApplicationScoped
public class EventApi {

    @Query("eventPosition")
    @Id
    @NonNull
    @RequiresRole(Role.VIEWER)
    @Description(
            "Where the client's events stand at the moment that all of this query shows: ask for it beside a page, then"
                    + " subscribe \"after\" it, and you get every change that the page does not have, and none that it has.")
    public String eventPosition(DataFetchingEnvironment env) {
        return Operation.of(env).read(transaction -> {
            try (var statement = transaction
                            .connection()
                            .prepareStatement("select coalesce(max(last_id), 0) from private.event_positions"
                                    + " where client_id = private.client_id()");
                    var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
    }
}
