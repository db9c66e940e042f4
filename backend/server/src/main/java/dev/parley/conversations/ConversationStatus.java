package dev.parley.conversations;

import org.eclipse.microprofile.graphql.Description;

/** Where a conversation stands at ElevenLabs. */
@Description("Where a conversation stands at ElevenLabs.")
public enum ConversationStatus {
    @Description("It is being set up.")
    INITIATED,
    @Description("They are talking.")
    IN_PROGRESS,
    @Description("It is over and being analysed.")
    PROCESSING,
    @Description("It is over and analysed.")
    DONE,
    @Description("It could not be held.")
    FAILED
}
