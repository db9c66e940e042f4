package dev.parley.clients.graphql;

import dev.parley.graphql.ListSize;
import dev.parley.security.Caller;
import dev.parley.security.Identity;
import java.time.Instant;
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
    @Description("The person's id, or the API token's.")
    public String getId() {
        return caller.userId().toString();
    }

    @Description("Whether a person or a program is asking.")
    public Identity.Kind getKind() {
        return caller.identity().kind();
    }

    @Description("The e-mail address of the account; null for a program.")
    public @Nullable String getEmail() {
        return caller.identity().isProgram() ? null : caller.identity().label();
    }

    @Description("The name of the program's API token; null for a person.")
    public @Nullable String getTokenName() {
        return caller.identity().isProgram() ? caller.identity().label() : null;
    }

    @Description("When the token that was sent stops counting.")
    public Instant getTokenExpiresAt() {
        return caller.expiresAt();
    }

    @Description("The client this request works for; null while several are possible.")
    public @Nullable ClientType getClient() {
        var membership = caller.membership();
        return membership == null ? null : ClientType.of(membership, caller);
    }

    @ListSize(assumed = 5)
    @Description("All clients you may work in.")
    public List<ClientType> getClients() {
        return caller.memberships().stream()
                .map(membership -> ClientType.of(membership, caller))
                .toList();
    }
}
