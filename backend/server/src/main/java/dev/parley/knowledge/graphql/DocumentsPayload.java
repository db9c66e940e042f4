package dev.parley.knowledge.graphql;

import dev.parley.graphql.ListSize;
import dev.parley.knowledge.DocumentProblem;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** What changes of several documents answer. */
@Type("DocumentsPayload")
@Description("What a change of several documents answers.")
public record DocumentsPayload(int changed, List<DocumentProblem> refusals) {

    @Description("How many documents are now as asked for.")
    public Integer getCount() {
        return changed;
    }

    @ListSize(assumed = 2)
    @Description("What stood in the way of the others, each reason once.")
    public List<DocumentProblemType> getProblems() {
        return refusals.stream().map(DocumentProblemType::new).toList();
    }
}
