package dev.parley.knowledge;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How content that is sent as text is written. */
final class ContentTypes {

    static final String TEXT = "text";
    static final String MARKDOWN = "markdown";
    static final String HTML = "html";

    private static final Map<String, String> KNOWN = Map.of(
            TEXT,
            TEXT,
            "text/plain",
            TEXT,
            MARKDOWN,
            MARKDOWN,
            "text/markdown",
            MARKDOWN,
            HTML,
            HTML,
            "text/html",
            HTML);

    private ContentTypes() {}

    /** @return empty when it is none of them */
    static Optional<String> of(@Nullable String given) {
        var type = given == null ? TEXT : given.strip().toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*", "");
        return Optional.ofNullable(KNOWN.get(type));
    }

    /** Of text that a person edits: a PDF's was made Markdown when the file was read. */
    static String ofEdited(String before) {
        return KNOWN.getOrDefault(before, MARKDOWN);
    }

    /** The end of a file's name by which kinds of plain text are told apart. */
    static String fileNameOf(String type) {
        return switch (type) {
            case HTML -> "content.html";
            case MARKDOWN -> "content.md";
            default -> "content.txt";
        };
    }
}
