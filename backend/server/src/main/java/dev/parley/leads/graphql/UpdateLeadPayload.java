package dev.parley.leads.graphql;

import dev.parley.graphql.ListSize;
import dev.parley.leads.LeadProblem;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** What updateLead answers. */
@Type("UpdateLeadPayload")
@Description("What updateLead answers: the lead, or what stood in the way.")
public record UpdateLeadPayload(@Nullable LeadType updated, List<LeadProblem> refusals) {

    static UpdateLeadPayload done(LeadType lead) {
        return new UpdateLeadPayload(lead, List.of());
    }

    static UpdateLeadPayload refused(List<LeadProblem> problems) {
        return new UpdateLeadPayload(null, problems);
    }

    @Description("The lead after the update, null when there are problems.")
    public @Nullable LeadType getLead() {
        return updated;
    }

    @ListSize(assumed = 2)
    @Description("What stood in the way; then nothing was changed.")
    public List<UpdateLeadProblem> getProblems() {
        return refusals.stream().map(UpdateLeadProblem::new).toList();
    }
}
