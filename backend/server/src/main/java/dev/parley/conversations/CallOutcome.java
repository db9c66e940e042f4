package dev.parley.conversations;

/** Whether the conversation reached its goal, by ElevenLabs' analysis. */
public enum CallOutcome {
    SUCCESS,
    FAILURE,
    UNKNOWN
}
