package dev.parley.alerts.graphql;

import dev.parley.alerts.Alerts;
import dev.parley.graphql.ListSize;
import dev.parley.graphql.Operation;
import dev.parley.security.RequiresRole;
import dev.parley.security.Role;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;

/** Alerts over GraphQL. */
@GraphQLApi
@ApplicationScoped
public class AlertApi {

    private static final int MOST = 200;

    private final Alerts alerts;

    @Inject
    public AlertApi(Alerts alerts) {
        this.alerts = alerts;
    }

    @ListSize(assumed = 50)
    @Query("alerts")
    @RequiresRole(Role.VIEWER)
    @Description("What is wrong now, or was, the newest first; 200 at most.")
    public List<AlertType> alerts(
            @Name("onlyOpen") @DefaultValue("true") @Description("Whether to leave out what is over.") boolean onlyOpen,
            DataFetchingEnvironment env) {
        return Operation.of(env).read(transaction -> alerts.list(transaction, onlyOpen, MOST)).stream()
                .map(AlertType::new)
                .toList();
    }
}
