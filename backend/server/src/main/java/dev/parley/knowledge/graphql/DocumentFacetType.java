package dev.parley.knowledge.graphql;

import dev.parley.knowledge.DocumentFacets;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A category or a tag. */
@Type("DocumentFacet")
@Description("A category or a tag.")
public record DocumentFacetType(DocumentFacets.Facet facet) {

    @Description("Its name.")
    public String getName() {
        return facet.name();
    }

    @Description("How many documents have it.")
    public Integer getCount() {
        return facet.count();
    }
}
