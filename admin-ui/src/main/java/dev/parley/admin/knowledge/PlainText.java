package dev.parley.admin.knowledge;

import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** A text without markup, paragraph by paragraph. */
final class PlainText {

    private static final Pattern PARAGRAPH = Pattern.compile("\\S.*(?:\\R.*\\S.*)*");

    private PlainText() {}

    /** @param marked where in the text paragraphs are marked; null: nowhere */
    static String html(String text, @Nullable Place marked) {
        var html = new StringBuilder();
        var paragraphs = PARAGRAPH.matcher(text);
        while (paragraphs.find()) {
            boolean here = marked != null && marked.touches(paragraphs.start(), paragraphs.end());
            html.append(here ? "<p class=\"plain place\">" : "<p class=\"plain\">")
                    .append(Entities.escape(paragraphs.group()))
                    .append("</p>");
        }
        return html.toString();
    }
}
