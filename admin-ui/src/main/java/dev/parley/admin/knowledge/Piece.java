package dev.parley.admin.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Words of a passage that are shown alike. Public, as Vaadin reads it to write it for the browser. */
public record Piece(String text, boolean marked) {

    private static final int MOST_CHARACTERS = 280;
    /** Signs of Markdown that say nothing in a line of a list. */
    private static final Pattern SIGNS = Pattern.compile("(?m)^ *#{1,6} +|\\*\\*");

    /** What is shown of a hit: its highlights, or else its beginning. */
    static List<Piece> of(Hit hit) {
        if (hit.highlights().isEmpty()) {
            var passage = plain(hit.passage().strip());
            return List.of(new Piece(
                    passage.length() > MOST_CHARACTERS ? passage.substring(0, MOST_CHARACTERS) + " …" : passage,
                    false));
        }
        var pieces = new ArrayList<Piece>();
        for (var html : hit.highlights()) {
            if (!pieces.isEmpty()) {
                pieces.add(new Piece(" … ", false));
            }
            for (var node : Jsoup.parseBodyFragment(html).body().childNodes()) {
                if (node instanceof TextNode text) {
                    pieces.add(new Piece(plain(text.getWholeText()), false));
                } else if (node instanceof Element element) {
                    pieces.add(
                            new Piece(element.wholeText(), element.normalName().equals("mark")));
                }
            }
        }
        return List.copyOf(pieces);
    }

    private static String plain(String markdown) {
        return SIGNS.matcher(markdown).replaceAll("");
    }
}
