package dev.parley.clients.graphql;

import dev.parley.graphql.ListSize;
import dev.parley.security.Caller;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** The caller. */
@Type("Me")
@Description("Who is asking.")
public record MeType(Caller caller) {

    @Id
    @Description("The token's subject.")
    public String getId() {
        return caller.userId().toString();
    }

    @Description("The e-mail address of the account.")
    public @Nullable String getEmail() {
        return caller.email();
    }

    @Description("The client this request works for; null while several are possible.")
    public @Nullable ClientType getClient() {
        var membership = caller.membership();
        return membership == null ? null : new ClientType(membership);
    }

    @ListSize(assumed = 5)
    @Description("All clients you may work in.")
    public List<ClientType> getClients() {
        return caller.memberships().stream().map(ClientType::new).toList();
    }
}
