package dev.parley.conversations;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final Map<String, CallOutcome> STORED =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(CallOutcome::stored, Function.identity()));

    /** ElevenLabs' word as it is stored; one we do not know is unknown. */
    public static String stored(@Nullable String told) {
        return SUCCESS.stored().equals(told) || FAILURE.stored().equals(told) ? told : UNKNOWN.stored();
    }

    /** @throws IllegalArgumentException when it is none */
    public static CallOutcome ofStored(String word) {
        var found = STORED.get(word);
        if (found == null) {
            throw new IllegalArgumentException("Not an outcome: " + word);
        }
        return found;
    }

    private String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
