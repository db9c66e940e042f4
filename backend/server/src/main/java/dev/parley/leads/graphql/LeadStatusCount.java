package dev.parley.leads.graphql;

import dev.parley.leads.LeadStatus;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** How many leads there were with one status. */
@Type("LeadStatusCount")
@Description("How many there were with one status.")
public record LeadStatusCount(LeadStatus status, int count) {

    @Description("The status.")
    public LeadStatus getStatus() {
        return status;
    }

    @Description("How many there were.")
    public Integer getCount() {
        return count;
    }
}
