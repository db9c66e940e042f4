package dev.parley.leads.graphql;

import dev.parley.leads.LeadProblem;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** Why updateLead changed nothing. */
@Type("UpdateLeadProblem")
@Description("Why updateLead changed nothing.")
public record UpdateLeadProblem(LeadProblem problem) {

    @Description("The reason.")
    public LeadProblem.Code getCode() {
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
