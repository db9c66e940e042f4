package dev.parley.knowledge.graphql;

import dev.parley.knowledge.DocumentProblem;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Why a document was not changed. */
@Type("DocumentProblem")
@Description("Why a document was not changed.")
public record DocumentProblemType(DocumentProblem problem) {

    @Description("The reason.")
    public DocumentProblem.Code getCode() {
        return problem.code();
    }

    @Description("The argument or input field at fault.")
    public String getField() {
        return problem.field();
    }

    @Description("For a person to read.")
    public String getMessage() {
        return problem.message();
    }
}
