package dev.parley.phones;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads phone numbers as people write them, and writes them as E.164. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String NOWHERE = "ZZ";
    private static final long MOST_TRIES = 200;
    private static final int FEWEST_DIGITS = 6;

    /** E.164 has 15 digits at most, and no subscriber fewer than 7. The library knows numbers beyond both. */
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** What most of the world dials before a country code, whatever is dialled in the reader's region. */
    private static final Pattern DOUBLE_ZERO = Pattern.compile("(?<![\\p{Nd}+.,:])00(?=[1-9](?:[ ().-]?\\p{Nd}){6})");

    /** A country code that a comma cuts off from its number: "+7, 916 123-45-67". */
    private static final Pattern COUNTRY_CODE_BEFORE = Pattern.compile("\\+\\p{Nd}{1,3}\\s?,\\s?$");

    private static final int LONGEST_BEFORE = 8;

    /** As a number comes out of a column of figures: 4155550148.0, 4.155550148E9. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,20}\\.0+|\\d(\\.\\d{1,20})?[eE]\\+?\\d{1,2}");

    /** A figure cannot have the + that belongs before its country code. */
    private static final Pattern COUNTRY_CODE_FIRST = Pattern.compile("[1-9][0-9]{10,14}");

    private PhoneNumbers() {}

    /** The number that the whole text is, in the first region where it is one. */
    public static Optional<String> e164(String text, PhoneRegions regions) {
        var dialled = withPlus(text).replace(',', ' ');
        return regions.codes().stream()
                .flatMap(region -> parsed(dialled, region).stream())
                .findFirst();
    }

    /** The number that the whole text is, when it has its country code. */
    public static Optional<String> international(String text) {
        return parsed(withPlus(text), NOWHERE);
    }

    /** The numbers in what was collected as one: alone, or with remarks and other numbers beside it. */
    public static List<FoundPhone> collected(String value, PhoneRegions regions) {
        var text = DECIMAL.matcher(value).matches()
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : value;
        return e164(text, regions)
                .or(() -> COUNTRY_CODE_FIRST.matcher(text).matches() ? international("+" + text) : Optional.empty())
                .map(number -> List.of(new FoundPhone(number, text, 0)))
                .orElseGet(() -> find(text, regions));
    }

    /** The numbers in a text, in their order. */
    public static List<FoundPhone> find(String text, PhoneRegions regions) {
        if (text.codePoints().filter(Character::isDigit).limit(FEWEST_DIGITS).count() < FEWEST_DIGITS) {
            return List.of(); // no country has numbers that short; most turns end here
        }
        var dialled = withPlus(text);
        var found = new ArrayList<FoundPhone>();
        for (var region : regions.codes()) {
            for (var match : NUMBERS.findNumbers(dialled, region, Leniency.VALID, MOST_TRIES)) {
                var number = e164(match.number());
                var before = dialled.substring(Math.max(0, match.start() - LONGEST_BEFORE), match.start());
                if (number.isPresent() && !COUNTRY_CODE_BEFORE.matcher(before).find()) {
                    add(found, quoted(text, number.get(), match.start(), match.end()));
                }
            }
        }
        DigitGroups.read(dialled, regions, found)
                .forEach(one -> add(found, quoted(text, one.e164(), one.start(), one.end())));
        found.sort(Comparator.comparingInt(FoundPhone::start));
        return found;
    }

    /** A number as people of the first region would write it, to show what is expected. */
    public static String example(PhoneRegions regions) {
        var number = NUMBERS.getExampleNumberForType(regions.codes().getFirst(), PhoneNumberType.MOBILE);
        return NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL);
    }

    /** Where a number with its country code belongs. */
    static Optional<String> region(String e164) {
        try {
            return Optional.ofNullable(NUMBERS.getRegionCodeForNumber(NUMBERS.parse(e164, NOWHERE)));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> parsed(String text, String region) {
        try {
            return e164(NUMBERS.parse(text, region));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> e164(PhoneNumber number) {
        return NUMBERS.isValidNumber(number)
                ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                        .filter(text -> E164.matcher(text).matches())
                : Optional.empty();
    }

    /** As long as the text, so that places in the one are places in the other. */
    private static String withPlus(String text) {
        return DOUBLE_ZERO.matcher(text).replaceAll(" +");
    }

    private static FoundPhone quoted(String text, String number, int start, int end) {
        int from = start > 0 && text.startsWith("00", start - 1) && text.charAt(start) != '+' ? start - 1 : start;
        return new FoundPhone(number, text.substring(from, end), from);
    }

    private static void add(List<FoundPhone> found, FoundPhone one) {
        if (found.stream().noneMatch(other -> other.overlaps(one.start(), one.end()))) {
            found.add(one);
        }
    }
}
