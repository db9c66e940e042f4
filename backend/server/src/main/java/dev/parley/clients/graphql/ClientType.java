package dev.parley.clients.graphql;

import dev.parley.security.Caller;
import dev.parley.security.Membership;
import dev.parley.security.Role;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/**
 * A client the caller may work in.
 *
 * @param chosen whether the request works in it
 */
@Type("Client")
@Description("A company on this installation, as one of its members sees it.")
public record ClientType(Membership membership, boolean chosen) {

    static ClientType of(Membership membership, Caller caller) {
        return new ClientType(membership, membership.equals(caller.membership()));
    }

    /** The client whose settings the request may see; null when it works in another one. */
    @Nullable
    UUID settingsOf() {
        return chosen ? membership.clientId() : null;
    }

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
