package dev.parley.knowledge.graphql;

import dev.parley.graphql.ListSize;
import dev.parley.knowledge.LineDiff;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** What is different between two versions. */
@Type("DocumentDiff")
@Description("What is different between two versions of a document, line by line.")
public record DocumentDiffType(LineDiff.Result result) {

    @Description("How many lines were added.")
    public Integer getAdded() {
        return result.added();
    }

    @Description("How many lines were removed.")
    public Integer getRemoved() {
        return result.removed();
    }

    @ListSize(assumed = 200)
    @Description(
            "The lines that differ with three lines around them; the numbers of the lines tell where some are left out."
                    + " 2000 at most.")
    public List<DocumentDiffLine> getLines() {
        return result.lines().stream().map(DocumentDiffLine::new).toList();
    }

    @Description("Whether there are more lines than are shown.")
    public Boolean getIsCut() {
        return result.isCut();
    }
}
