package dev.parley.conversations;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;

/** Who called whom. */
@Description("Who called whom.")
public enum CallDirection {
    @Description("Somebody called the agent.")
    INBOUND,
    @Description("The agent called somebody.")
    OUTBOUND;

    private static final Map<String, CallDirection> STORED =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(CallDirection::stored, Function.identity()));

    /** @throws IllegalArgumentException when it is none */
    public static CallDirection ofStored(String word) {
        var found = STORED.get(word);
        if (found == null) {
            throw new IllegalArgumentException("Not a direction: " + word);
        }
        return found;
    }

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
