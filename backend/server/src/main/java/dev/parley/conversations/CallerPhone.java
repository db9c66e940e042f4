package dev.parley.conversations;

import dev.parley.phones.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** The other side's number as it is stored. */
final class CallerPhone {

    private static final int MOST_CHARACTERS = 100;

    private CallerPhone() {}

    /**
     * E.164 when it has its country code; else as the network gave it, since it may be an extension or a SIP address.
     *
     * @return null when it tells nothing, as "anonymous"
     */
    static @Nullable String stored(@Nullable String given) {
        if (given == null
                || given.length() > MOST_CHARACTERS
                || given.codePoints().noneMatch(Character::isDigit)) {
            return null;
        }
        return PhoneNumbers.international(given).orElse(given.strip());
    }
}
