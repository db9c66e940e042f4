package dev.parley.tokens.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** An item of a page with its cursor. */
@Type("ApiTokenEdge")
@Description("An item of a page with its cursor.")
public record ApiTokenEdge(ApiTokenType item) {

    @Description("Give it as \"after\" to get what follows this item.")
    public String getCursor() {
        return item.cursor();
    }

    @Description("The item.")
    public ApiTokenType getNode() {
        return item;
    }
}
