package dev.parley.knowledge.text.child;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.mime.MediaType;

/** The kinds of files that are read. */
enum FileKind {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    /** An office document that is locked with a password, of whichever kind. */
    LOCKED_OFFICE("application/x-tika-ooxml-protected"),
    HTML("text/html", "application/xhtml+xml"),
    MARKDOWN("text/markdown", "text/x-web-markdown"),
    CSV("text/csv", "text/tab-separated-values"),
    RTF("application/rtf", "text/rtf"),
    EPUB("application/epub+zip"),
    TEXT("text/plain");

    private final Set<String> mediaTypes;
    private final String mediaType;

    FileKind(String... mediaTypes) {
        this.mediaType = mediaTypes[0];
        this.mediaTypes = Set.of(mediaTypes);
    }

    String mediaType() {
        return mediaType;
    }

    /** Any kind of text that is nothing else is plain text, such as a program's log. */
    static Optional<FileKind> of(MediaType detected) {
        var name = detected.getBaseType().toString();
        var known = Arrays.stream(values())
                .filter(kind -> kind.mediaTypes.contains(name))
                .findFirst();
        return known.isEmpty() && detected.getType().equals("text") ? Optional.of(TEXT) : known;
    }
}
