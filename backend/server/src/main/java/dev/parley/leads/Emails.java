package dev.parley.leads;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * E-mail addresses. Out of a text an address is taken whole or not at all: with everything beside it that could belong to it,
 * it has to be an address, since a part of one is somebody else's.
 */
final class Emails {

    static final int MAX_LENGTH = 254;

    /** With what may stand around an address; longer than that it is none, and is not looked at. */
    private static final int LONGEST_RUN = 2 * MAX_LENGTH;

    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";

    /** International names as they are or encoded, up to the last label: "пример.рф", "xn--e1afmkfd.xn--p1ai". */
    private static final String DOMAIN =
            "(?:" + LABEL + "\\.)+(?:\\p{L}[\\p{L}\\p{M}]{1,62}|xn--[\\p{Alnum}-]{0,58}\\p{Alnum})";

    private static final String AT_MOST_64_BEFORE_THE_AT = "(?=.{1,64}@)";

    /** RFC 5321 and 6531, quotes and address literals included. */
    private static final Pattern DELIVERABLE = Pattern.compile(
            AT_MOST_64_BEFORE_THE_AT
                    + "(?:%1$s(?:\\.%1$s)*|\"(?:[^\"\\\\\\p{C}]|\\\\[\\p{Graph} ])*\")"
                            .formatted("[\\p{Alnum}!#$%&'*+/=?^_`{|}~\\-[^\\p{ASCII}\\p{C}\\p{Z}]]+")
                    + "@(?:" + DOMAIN + "|\\[(?:(?:\\d{1,3}\\.){3}\\d{1,3}|IPv6:[\\p{XDigit}:.]{2,45})])",
            Pattern.CASE_INSENSITIVE);

    /** Of the characters that RFC 5321 allows, "=", "#", "*" and the like rather stand beside an address than in it. */
    private static final String USUAL = AT_MOST_64_BEFORE_THE_AT
            + "[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_&'+/-]|\\p{M}(?<![\\x{34F}\\x{FE00}-\\x{FE0F}])|\\.(?![.@]))*@" + DOMAIN;

    /** Format characters (nobody sees them) and emoji. */
    private static final String UNSPOKEN = "\\p{Cf}\\p{So}\\x{FE0F}";

    private static final String END = "[" + UNSPOKEN + ".!?'…。．]*+";

    /** An address in quotes or stars, before the end of a sentence, or by itself. */
    private static final Pattern WHOLE = Pattern.compile(
            "[" + UNSPOKEN + "]*+(?<open>[*'`|]{0,3})(?<address>" + USUAL + ")(?:\\k<open>|[.!?…]++\\k<open>)" + END,
            Pattern.CASE_INSENSITIVE);

    /**
     * What could belong to one address: it ends at space and at punctuation that no address has outside quotes. "&amp;amp;"
     * is one character to whoever wrote it.
     */
    private static final Pattern RUN =
            Pattern.compile("(?:&#?\\w{1,8};|[^\\s\\p{Z}\\p{Cc}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf},:;<>\"—―]|[{}])++");

    /**
     * An address in a text.
     *
     * @param quote as it is written there
     * @param start where it begins
     */
    record Found(String address, String quote, int start) {

        /** Without both: they are personal. */
        @Override
        public String toString() {
            return "Found[]";
        }
    }

    private Emails() {}

    /** The address that the whole text is: any that a mail system would deliver to. */
    static Optional<String> normalised(String text) {
        var candidate = plain(text.strip());
        return candidate.length() <= MAX_LENGTH
                        && DELIVERABLE.matcher(candidate).matches()
                ? Optional.of(stored(candidate))
                : Optional.empty();
    }

    /** The only address in a text, whatever stands around it: a full stop, {@code mailto:}, angle brackets. */
    static Optional<String> only(String text) {
        var found = text.length() <= 2 * MAX_LENGTH ? find(text) : List.<Found>of();
        return found.size() == 1 ? Optional.of(found.getFirst().address()) : Optional.empty();
    }

    /** The addresses in a text, in their order. */
    static List<Found> find(String text) {
        if (text.indexOf('@') < 0) {
            return List.of(); // as in nearly every turn
        }
        var plain = plain(text);
        var found = new ArrayList<Found>();
        var run = RUN.matcher(plain);
        var whole = WHOLE.matcher(plain);
        while (run.find()) {
            if (run.end() - run.start() <= LONGEST_RUN
                    && run.group().indexOf('@') > 0
                    && whole.region(run.start(), run.end()).matches()
                    && whole.group("address").length() <= MAX_LENGTH) {
                var quote = text.substring(whole.start("address"), whole.end("address"));
                found.add(new Found(stored(whole.group("address")), quote, whole.start("address")));
            }
        }
        return found;
    }

    /** As long as the text, with the apostrophe and the hyphen that addresses have for those that typesetters have. */
    private static String plain(String text) {
        return text.replace('‘', '\'')
                .replace('’', '\'')
                .replace('ʼ', '\'')
                .replace('＇', '\'')
                .replace('‐', '-')
                .replace('‑', '-');
    }

    private static String stored(String address) {
        return Normalizer.normalize(address, Form.NFC).toLowerCase(Locale.ROOT);
    }
}
