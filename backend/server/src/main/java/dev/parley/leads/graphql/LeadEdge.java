package dev.parley.leads.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** An item of a page with its cursor. */
@Type("LeadEdge")
@Description("An item of a page with its cursor.")
public record LeadEdge(LeadType item) {

    @Description("Give it as \"after\" to get what follows this item.")
    public String getCursor() {
        return item.cursor();
    }

    @Description("The item.")
    public LeadType getNode() {
        return item;
    }
}
