package dev.parley.tokens.graphql;

import dev.parley.security.Role;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What the token is to be. */
@Input("CreateApiTokenInput")
@Description("What the API token is to be.")
public class ApiTokenWish {

    @NonNull
    private String name = "";

    private @Nullable Role role;
    private @Nullable Integer expiresInDays;

    @Description("What it is for, 1 to 100 characters.")
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    @Description("What the program may do, not more than you may; VIEWER when left out.")
    public @Nullable Role getRole() {
        return role;
    }

    public void setRole(@Nullable Role role) {
        this.role = role;
    }

    @Description("How long it counts, 1 to 365 days; 90 when left out.")
    public @Nullable Integer getExpiresInDays() {
        return expiresInDays;
    }

    public void setExpiresInDays(@Nullable Integer expiresInDays) {
        this.expiresInDays = expiresInDays;
    }
}
