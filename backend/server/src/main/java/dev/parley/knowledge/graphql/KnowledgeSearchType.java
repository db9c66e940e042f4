package dev.parley.knowledge.graphql;

import dev.parley.knowledge.search.SearchPart;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** What a search found, as the API shows it. */
@Type("KnowledgeSearch")
@Description("What a search found.")
public record KnowledgeSearchType(List<KnowledgeHitType> hits, Set<SearchPart> missing) {

    @Description("The best first.")
    public List<KnowledgeHitType> getHits() {
        return hits;
    }

    @Description(
            "What the search had to do without; empty when it was whole. EMBEDDINGS: the service that makes them did not"
                    + " answer in time, so the passages were found by their words alone.")
    public List<SearchPart> getDegraded() {
        return List.copyOf(missing);
    }
}
