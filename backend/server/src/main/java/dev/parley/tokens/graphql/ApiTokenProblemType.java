package dev.parley.tokens.graphql;

import dev.parley.tokens.ApiTokenProblem;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Why nothing was done about a token. */
@Type("ApiTokenProblem")
@Description("Why nothing was done about an API token.")
public record ApiTokenProblemType(ApiTokenProblem problem) {

    @Description("The reason.")
    public ApiTokenProblem.Code getCode() {
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
