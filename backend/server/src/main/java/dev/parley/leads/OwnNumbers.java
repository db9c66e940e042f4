package dev.parley.leads;

import dev.parley.elevenlabs.Conversation;
import dev.parley.phones.PhoneNumbers;
import dev.parley.phones.PhoneRegions;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The two numbers of a conversation.
 *
 * @param callers the number the other side called or wrote from, E.164; null when there is none that can be called
 * @param agents the number that was called
 */
record OwnNumbers(@Nullable String callers, @Nullable String agents) {

    static OwnNumbers of(Conversation conversation, PhoneRegions regions) {
        var metadata = conversation.metadata();
        var agents = e164(metadata.agentNumber(), regions);
        var callers = e164(metadata.externalNumber(), regions);
        boolean usable = callers != null && callers.startsWith("+") && !callers.equals(agents);
        return new OwnNumbers(usable ? callers : null, agents);
    }

    /** Both, as far as they are known. */
    Stream<String> all() {
        return Stream.of(Optional.ofNullable(callers), Optional.ofNullable(agents))
                .flatMap(Optional::stream);
    }

    boolean isAgents(String value) {
        return value.equals(agents);
    }

    private static @Nullable String e164(@Nullable String number, PhoneRegions regions) {
        return number == null ? null : PhoneNumbers.e164(number, regions).orElse(number);
    }

    /** Without the numbers: they are personal. */
    @Override
    public String toString() {
        return "OwnNumbers[]";
    }
}
