package dev.parley.conversations;

import org.eclipse.microprofile.graphql.Description;

/** Whether the conversation reached its goal, by ElevenLabs' analysis. */
@Description("Whether a conversation reached its goal, by ElevenLabs' analysis.")
public enum CallOutcome {
    @Description("It did.")
    SUCCESS,
    @Description("It did not.")
    FAILURE,
    @Description("It was not analysed, or the analysis could not tell.")
    UNKNOWN
}
