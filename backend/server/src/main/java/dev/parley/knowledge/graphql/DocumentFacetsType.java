package dev.parley.knowledge.graphql;

import dev.parley.graphql.ListSize;
import dev.parley.knowledge.DocumentFacets;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** What documents can be filtered by. */
@Type("DocumentFacets")
@Description("What documents can be filtered by.")
public record DocumentFacetsType(DocumentFacets facets) {

    @ListSize(assumed = 20)
    @Description("Categories by name, 200 at most.")
    public List<DocumentFacetType> getCategories() {
        return facets.categories().stream().map(DocumentFacetType::new).toList();
    }

    @ListSize(assumed = 50)
    @Description("Tags by name, 200 at most.")
    public List<DocumentFacetType> getTags() {
        return facets.tags().stream().map(DocumentFacetType::new).toList();
    }
}
