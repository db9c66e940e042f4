package dev.parley.leads.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an e-mail address and a phone number are in this call.
 *
 * @param written the addresses that stand in a text as they are written, in their order
 * @param email an address as it is stored; empty when it is none
 * @param phone the E.164 of digits, with or without a plus; empty when they are no phone number
 */
public record Side(
        Function<String, List<Written>> written,
        Function<String, Optional<String>> email,
        Function<String, Optional<String>> phone) {

    /** An address in a text, and where it stands. */
    public record Written(String value, int start, int end) {

        @Override
        public String toString() {
            return "Written[" + start + "]";
        }
    }

    List<Found> emails(List<Token> tokens) {
        return EmailReader.read(tokens, email);
    }

    List<Found> phones(List<Token> tokens, List<Found> emails) {
        return PhoneReader.read(tokens, emails, phone);
    }
}
