package dev.parley.clients.graphql;

import dev.parley.clients.ClientProblem;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Why updateClient changed nothing. */
@Type("UpdateClientProblem")
@Description("Why updateClient changed nothing.")
public record UpdateClientProblem(ClientProblem problem) {

    @Description("The reason.")
    public ClientProblem.Code getCode() {
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
