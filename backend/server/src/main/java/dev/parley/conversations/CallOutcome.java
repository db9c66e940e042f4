package dev.parley.conversations;

import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** Whether the conversation reached its goal, by ElevenLabs' analysis. */
@Description("Whether a conversation reached its goal, by ElevenLabs' analysis.")
public enum CallOutcome {
    @Description("It did.")
    SUCCESS,
    @Description("It did not.")
    FAILURE,
    @Description("It was not analysed, or the analysis could not tell.")
    UNKNOWN;

    /** ElevenLabs' word as it is stored; one we do not know is unknown. */
    public static String stored(@Nullable String told) {
        return SUCCESS.stored().equals(told) || FAILURE.stored().equals(told) ? told : UNKNOWN.stored();
    }

    private String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
