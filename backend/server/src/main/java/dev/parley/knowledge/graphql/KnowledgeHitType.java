package dev.parley.knowledge.graphql;

import dev.parley.knowledge.search.Hit;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** A passage that was found, as the API shows it. */
@Type("KnowledgeHit")
@Description("A passage that was found.")
public record KnowledgeHitType(Hit hit, DocumentType found) {

    @Description("Its text; Markdown as the document has it.")
    public String getPassage() {
        return hit.passage();
    }

    @Description(
            "Where the words stand: up to three pieces of the passage as HTML. The words are in mark elements, all else is"
                    + " escaped, so it is safe to show. Empty when it was found by its meaning only.")
    public List<String> getHighlights() {
        return hit.highlights();
    }

    @Description("The headings above it, the highest first.")
    public List<String> getHeadingPath() {
        return hit.headingPath();
    }

    @Description("How good it is beside the other hits of this search; scores of two searches cannot be compared.")
    public Double getScore() {
        return hit.score().fused();
    }

    @Description("What the score is made of.")
    public KnowledgeScoreType getParts() {
        return new KnowledgeScoreType(hit.score());
    }

    @Description("The document it is from.")
    public DocumentType getDocument() {
        return found;
    }

    @Description("The number of the document's version that it is from.")
    public Integer getVersionNumber() {
        return hit.versionNumber();
    }

    @Description(
            "Where it stands in that version's text: start and end in UTF-16 code units, for example 120-480; the character"
                    + " at the end is not part of it.")
    public String getPlace() {
        return hit.start() + "-" + hit.end();
    }
}
