package dev.parley.leads.graphql;

import dev.parley.leads.LeadProblem;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** Why updateLead changed nothing. */
@Type("UpdateLeadProblem")
@Description("Why updateLead changed nothing.")
public record UpdateLeadProblem(LeadProblem problem) {

    /** The reasons, as the API names them. */
    @Description("Why updateLead changed nothing.")
    public enum UpdateLeadProblemCode {
        @Description("Somebody else changed the lead since you loaded it.")
        CONFLICT,
        @Description("A value cannot be stored.")
        INVALID,
        @Description("The client has no such lead.")
        NOT_FOUND
    }

    @Description("The reason.")
    public UpdateLeadProblemCode getCode() {
        return UpdateLeadProblemCode.valueOf(problem.code().name());
    }

    @Description("The input field at fault, null when it is none in particular.")
    public @Nullable String getField() {
        return problem.field();
    }

    @Description("For a person to read.")
    public String getMessage() {
        return problem.message();
    }
}
