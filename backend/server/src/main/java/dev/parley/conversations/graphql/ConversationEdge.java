package dev.parley.conversations.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** An item of a page with its cursor. */
@Type("ConversationEdge")
@Description("An item of a page with its cursor.")
public record ConversationEdge(ConversationType item) {

    @Description("Give it as \"after\" to get what follows this item.")
    public String getCursor() {
        return item.cursor();
    }

    @Description("The item.")
    public ConversationType getNode() {
        return item;
    }
}
