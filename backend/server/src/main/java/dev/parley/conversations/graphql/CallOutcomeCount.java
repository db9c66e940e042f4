package dev.parley.conversations.graphql;

import dev.parley.conversations.CallOutcome;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** How many conversations there were with one outcome. */
@Type("CallOutcomeCount")
@Description("How many there were with one outcome.")
public record CallOutcomeCount(CallOutcome outcome, int count) {

    @Description("The outcome.")
    public CallOutcome getOutcome() {
        return outcome;
    }

    @Description("How many there were.")
    public Integer getCount() {
        return count;
    }
}
