package dev.parley.knowledge.graphql;

import dev.parley.graphql.ListSize;
import dev.parley.knowledge.DocumentProblem;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** What changes of one document answer. */
@Type("DocumentPayload")
@Description("What a change of a document answers: the document, or what stood in the way.")
public record DocumentPayload(@Nullable DocumentType changed, List<DocumentProblem> refusals) {

    static DocumentPayload refused(DocumentProblem problem) {
        return new DocumentPayload(null, List.of(problem));
    }

    @Description("The document after the change; null when there are problems, and when it was deleted.")
    public @Nullable DocumentType getDocument() {
        return changed;
    }

    @ListSize(assumed = 2)
    @Description("What stood in the way; then nothing was changed.")
    public List<DocumentProblemType> getProblems() {
        return refusals.stream().map(DocumentProblemType::new).toList();
    }
}
