package dev.parley.conversations.graphql;

import dev.parley.conversations.ConversationStatus;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/** How many conversations there were with one status. */
@Type("ConversationStatusCount")
@Description("How many there were with one status.")
public record ConversationStatusCount(ConversationStatus status, int count) {

    @Description("The status.")
    public ConversationStatus getStatus() {
        return status;
    }

    @Description("How many there were.")
    public Integer getCount() {
        return count;
    }
}
