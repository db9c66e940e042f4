package dev.parley.conversations;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    FAILED;

    private static final Map<String, ConversationStatus> STORED =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(ConversationStatus::stored, Function.identity()));

    /** @throws IllegalArgumentException when it is none */
    public static ConversationStatus ofStored(String word) {
        var found = STORED.get(word);
        if (found == null) {
            throw new IllegalArgumentException("Not a status of a conversation: " + word);
        }
        return found;
    }

    /** Whether it is over and analysed, or could not be held. */
    boolean isFinished() {
        return this == DONE || this == FAILED;
    }

    public String stored() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
