package dev.parley.leads;

import dev.parley.elevenlabs.Conversation;
import java.util.HashMap;
import java.util.Map;
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

    static OwnContacts of(Conversation conversation, String region) {
        var metadata = conversation.metadata();
        var own = new OwnContacts(e164(metadata.agentNumber(), region), e164(metadata.externalNumber(), region));
        for (int turn = 0; turn < conversation.transcript().size(); turn++) {
            var said = conversation.transcript().get(turn);
            if (said.role().equals("agent") && said.message() != null) {
                own.read(said.message(), turn, region);
            }
        }
        return own;
    }

    /** Whether this is the number that was called. */
    boolean isAgents(String value) {
        return value.equals(agentNumber);
    }

    /** Whether somebody who says this in a turn has it from us. */
    boolean include(String value, int turn) {
        var given = givenOut.get(value);
        return isAgents(value) || given != null && given < turn && !value.equals(callersNumber);
    }

    private void read(String message, int turn, String region) {
        var said = message.length() <= LeadExtractor.MOST_CHARACTERS
                ? message
                : message.substring(0, LeadExtractor.MOST_CHARACTERS);
        for (var email : Emails.find(said)) {
            give(Emails.normalised(email).orElse(email), email, said, turn);
        }
        for (var phone : Phones.find(said, region)) {
            give(phone.e164(), phone.quote(), said, turn);
        }
    }

    private void give(String value, String quote, String message, int turn) {
        int end = message.indexOf(quote) + quote.length();
        if (!IN_A_QUESTION.matcher(message).region(end, message.length()).lookingAt()) {
            givenOut.putIfAbsent(value, turn);
        }
    }

    private static @Nullable String e164(@Nullable String number, String region) {
        return number == null ? null : Phones.e164(number, region).orElse(number);
    }
}
