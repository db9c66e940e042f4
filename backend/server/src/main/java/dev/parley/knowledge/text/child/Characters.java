package dev.parley.knowledge.text.child;

import java.util.regex.Pattern;

/** Text without what no reader sees and no database takes. */
final class Characters {

    private static final Pattern LINE_END = Pattern.compile("\r\n?|[\u2028\u2029\u0085]");
    /** Control characters, byte order marks, soft hyphens, and what was no text at all. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\n\t]]|[\uFEFF\u00AD\u200B\uFFFE\uFFFF]");

    private static final Pattern LONE_SURROGATE =
            Pattern.compile("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    private static final Pattern BLANKS_AT_THE_END = Pattern.compile("[ \t]+(?=\n)");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00A0]+");

    private Characters() {}

    /** Keeps lines as they are, but for blanks at their ends and more than one empty line. */
    static String clean(String text) {
        var seen = visible(LINE_END.matcher(text).replaceAll("\n"));
        return EMPTY_LINES
                .matcher(BLANKS_AT_THE_END.matcher(seen).replaceAll(""))
                .replaceAll("\n\n");
    }

    /** All on one line, one blank between words. */
    static String oneLine(String text) {
        return visible(BLANKS.matcher(text).replaceAll(" ")).strip();
    }

    private static String visible(String text) {
        return LONE_SURROGATE.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll("\uFFFD");
    }
}
