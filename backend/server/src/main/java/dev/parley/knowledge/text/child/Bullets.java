package dev.parley.knowledge.text.child;

import java.util.ArrayList;
import java.util.regex.Pattern;

/** Lists whose bullets are characters of the text, as in PDF, RTF and slides. */
final class Bullets {

    private static final Pattern BULLET =
            Pattern.compile("[\u2022\u25AA\u25CF\u25CB\u25E6\u00B7\u2013\uF0B7]\\s+(?=\\S)");

    private Bullets() {}

    /** @param paragraph lines that belong together */
    static void write(String paragraph, MarkdownText output) {
        var lines = new ArrayList<String>();
        paragraph.lines().forEach(line -> {
            var bullet = BULLET.matcher(line);
            if (bullet.lookingAt()) {
                output.block(String.join("\n", lines));
                lines.clear();
                output.listItem("- " + line.substring(bullet.end()));
            } else {
                lines.add(line);
            }
        });
        output.block(String.join("\n", lines));
    }
}
