package dev.parley.knowledge.text.child;

import java.util.regex.Pattern;

/** A page knows lines, not paragraphs: those of one block are joined, words divided at a line's end too. */
final class PdfLines {

    private static final Pattern DIVIDED_WORD = Pattern.compile("(?<=\\p{L})[-\u2010]\\h*\n\\h*(?=\\p{Ll})");
    /** What begins a line of its own: a bullet, a dash, a number with a bracket or full stop. */
    private static final Pattern SAME_PARAGRAPH =
            Pattern.compile("\\h*\n\\h*(?![-\u2013\u2014\u2022\u25AA\u25CF\u25CB\u00B7*]\\h|\\d{1,3}[.)]\\h)");

    private PdfLines() {}

    static String joined(String text) {
        var whole = DIVIDED_WORD.matcher(text.strip()).replaceAll("");
        return SAME_PARAGRAPH
                .matcher(whole)
                .replaceAll(" ")
                .lines()
                .map(Characters::oneLine)
                .collect(java.util.stream.Collectors.joining("\n"));
    }
}
