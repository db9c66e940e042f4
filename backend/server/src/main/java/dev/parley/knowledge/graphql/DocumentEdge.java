package dev.parley.knowledge.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** An item of a page with its cursor. */
@Type("DocumentEdge")
@Description("An item of a page with its cursor.")
public record DocumentEdge(DocumentType item, String place) {

    @Description("Give it as \"after\" to get what follows this item.")
    public String getCursor() {
        return place;
    }

    @Description("The item.")
    public DocumentType getNode() {
        return item;
    }
}
