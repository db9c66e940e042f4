package dev.parley.tokens.graphql;

import dev.parley.persistence.Position;
import dev.parley.security.Role;
import dev.parley.tokens.ApiToken;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A token as the API shows it: never the token itself. */
@Type("ApiToken")
@Description("A program's way into one client. The token itself is shown once, when it is created.")
public record ApiTokenType(ApiToken token, ApiToken.Status state) {

    String cursor() {
        return new Position(token.createdAt(), token.id()).encode();
    }

    @Id
    @Description("Parley's id; the program acts under it.")
    public String getId() {
        return token.id().toString();
    }

    @Description("What it is for.")
    public String getName() {
        return token.name();
    }

    @Description("What the program may do.")
    public Role getRole() {
        return token.role();
    }

    @Description("How the token begins, so that one can tell which it is.")
    public String getStart() {
        return token.start();
    }

    @Description("Whether it lets anybody in.")
    public ApiToken.Status getStatus() {
        return state;
    }

    @Description("When it was created.")
    public Instant getCreatedAt() {
        return token.createdAt();
    }

    @Description("The e-mail address of who created it; null when unknown.")
    public @Nullable String getCreatedBy() {
        return token.createdBy();
    }

    @Description("When it stops counting.")
    public Instant getExpiresAt() {
        return token.expiresAt();
    }

    @Description("When it was last used, to the minute; null: never.")
    public @Nullable Instant getLastUsedAt() {
        return token.lastUsedAt();
    }

    @Description("When it was revoked; null: it was not.")
    public @Nullable Instant getRevokedAt() {
        return token.revokedAt();
    }
}
