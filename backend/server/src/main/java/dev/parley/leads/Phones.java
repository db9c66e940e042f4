package dev.parley.leads;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads telephone numbers as people write them in a language's home region, and writes them as E.164. */
final class Phones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final long MOST_TRIES = 200;
    private static final int FEWEST_DIGITS = 6;

    /** E.164 has 15 digits at most, and no subscriber fewer than 7. The library knows numbers beyond both. */
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** A number in a text. */
    record Found(String e164, String quote) {}

    private Phones() {}

    static String region(String language) {
        return language.startsWith("ru") ? "RU" : "US";
    }

    static Optional<String> e164(String text, String region) {
        try {
            var number = NUMBERS.parse(text, region);
            return NUMBERS.isValidNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                            .filter(Phones::isE164)
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    static List<Found> find(String text, String region) {
        if (text.codePoints().filter(Character::isDigit).limit(FEWEST_DIGITS).count() < FEWEST_DIGITS) {
            return List.of(); // no country has numbers that short; most turns end here
        }
        var found = new ArrayList<Found>();
        for (PhoneNumberMatch match : NUMBERS.findNumbers(text, region, Leniency.VALID, MOST_TRIES)) {
            var number = NUMBERS.format(match.number(), PhoneNumberFormat.E164);
            if (isE164(number)) {
                found.add(new Found(number, match.rawString()));
            }
        }
        return found;
    }

    private static boolean isE164(String number) {
        return E164.matcher(number).matches();
    }
}
