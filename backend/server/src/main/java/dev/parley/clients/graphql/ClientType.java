package dev.parley.clients.graphql;

import dev.parley.security.Membership;
import dev.parley.security.Role;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

/** A client the caller may work in. */
@Type("Client")
@Description("A company on this installation, as one of its members sees it.")
public record ClientType(Membership membership) {

    @Id
    @Description("Give it as X-Client-Id to work in this client.")
    public String getId() {
        return membership.clientId().toString();
    }

    @Description("The company's name.")
    public String getName() {
        return membership.clientName();
    }

    @Description("What you may do there.")
    public Role getRole() {
        return membership.role();
    }
}
