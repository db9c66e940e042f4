package dev.parley.leads;

import dev.parley.elevenlabs.Conversation;
import dev.parley.phones.PhoneNumbers;
import dev.parley.phones.PhoneRegions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Contacts that are the company's, not the caller's: the number that was called, and what the agent gave out. Who repeats
 * them has only noted them down. What the agent asks about ("Is 415 555 0199 right?") is not given out.
 */
final class OwnContacts {

    private static final Pattern IN_A_QUESTION = Pattern.compile("[^.!?]*\\?");

    private final @Nullable String agentNumber;
    private final @Nullable String callersNumber;
    private final Map<String, Integer> givenOut = new HashMap<>();

    private OwnContacts(@Nullable String agentNumber, @Nullable String callersNumber) {
        this.agentNumber = agentNumber;
        this.callersNumber = callersNumber;
    }

    static OwnContacts of(Conversation conversation, PhoneRegions regions) {
        var metadata = conversation.metadata();
        var own = new OwnContacts(e164(metadata.agentNumber(), regions), e164(metadata.externalNumber(), regions));
        for (int turn = 0; turn < conversation.transcript().size(); turn++) {
            var said = TurnText.of(conversation.transcript().get(turn), "agent");
            if (said != null) {
                own.read(said, turn, regions);
            }
        }
        return own;
    }

    /** Whether this is the number that was called. */
    boolean isAgents(String value) {
        return value.equals(agentNumber);
    }

    /** The number the other side called or wrote from, E.164; empty when it is none that can be called. */
    Optional<String> callersNumber() {
        return Optional.ofNullable(callersNumber).filter(number -> number.startsWith("+") && !isAgents(number));
    }

    /** Whether somebody who says this in a turn has it from us. */
    boolean include(String value, int turn) {
        var given = givenOut.get(value);
        return isAgents(value) || given != null && given < turn && !value.equals(callersNumber);
    }

    private void read(String said, int turn, PhoneRegions regions) {
        for (var email : Emails.find(said)) {
            give(email.address(), email.quote(), said, turn);
        }
        for (var phone : PhoneNumbers.find(said, regions)) {
            give(phone.e164(), phone.quote(), said, turn);
        }
    }

    private void give(String value, String quote, String message, int turn) {
        int end = message.indexOf(quote) + quote.length();
        if (!IN_A_QUESTION.matcher(message).region(end, message.length()).lookingAt()) {
            givenOut.putIfAbsent(value, turn);
        }
    }

    private static @Nullable String e164(@Nullable String number, PhoneRegions regions) {
        return number == null ? null : PhoneNumbers.e164(number, regions).orElse(number);
    }
}
