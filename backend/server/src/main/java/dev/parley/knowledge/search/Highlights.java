package dev.parley.knowledge.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Shows where words stand in a passage: pieces of it, as HTML in which only mark is an element. */
final class Highlights {

    private static final int MOST = 3;
    /** So many characters before the first marked word and behind the last, to the next blank. */
    private static final int AROUND = 60;

    private Highlights() {}

    /** @param words as the database keeps them */
    static List<String> of(String passage, Set<String> words) {
        var pieces = new ArrayList<List<SearchWord>>();
        SearchWord.of(passage).filter(word -> words.contains(word.form())).forEach(word -> {
            boolean near = !pieces.isEmpty()
                    && word.start() - pieces.getLast().getLast().end() <= 2 * AROUND;
            if (!near) {
                pieces.add(new ArrayList<>());
            }
            pieces.getLast().add(word);
        });
        return pieces.stream().limit(MOST).map(piece -> html(passage, piece)).toList();
    }

    private static String html(String passage, List<SearchWord> words) {
        var html = new StringBuilder();
        int at = start(passage, words.getFirst().start());
        for (var word : words) {
            html.append(escaped(passage.substring(at, word.start())))
                    .append("<mark>")
                    .append(escaped(passage.substring(word.start(), word.end())))
                    .append("</mark>");
            at = word.end();
        }
        return html.append(escaped(passage.substring(at, end(passage, at)))).toString();
    }

    private static int start(String passage, int word) {
        int start = Math.max(0, word - AROUND);
        while (start > 0 && start < word && !Character.isWhitespace(passage.charAt(start - 1))) {
            start++;
        }
        return start;
    }

    private static int end(String passage, int word) {
        int end = Math.min(passage.length(), word + AROUND);
        while (end < passage.length() && end > word && !Character.isWhitespace(passage.charAt(end))) {
            end--;
        }
        return end;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
