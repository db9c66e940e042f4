package dev.parley.knowledge;

import dev.parley.knowledge.text.TextFailure;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;

/** Why a version could not be processed. */
@Description("Why the newest version of a document could not be processed.")
public enum DocumentFailure {
    @Description("The file is locked with a password. Upload one without it.")
    ENCRYPTED,
    @Description("There is no text in it.")
    EMPTY,
    @Description("Its pages are pictures, for example scans. Upload one whose text can be selected.")
    ONLY_IMAGES,
    @Description("The file, what it unpacks to, or its text is larger than the limits. Divide it.")
    TOO_LARGE,
    @Description("It is of no kind that is read: PDF, DOCX, XLSX, PPTX, HTML, Markdown, text, CSV, RTF or EPUB.")
    NOT_A_DOCUMENT,
    @Description("Reading it was stopped at the time limit. Try again, or divide it.")
    TOOK_TOO_LONG,
    @Description("It is of a kind that is read, but broken. Save it anew in the program that made it.")
    DAMAGED,
    @Description("The embedding service refuses: its key, its quota or its model has to be put right. Then try again.")
    EMBEDDINGS_REFUSED,
    @Description("The embedding service was away for more than an hour. Try again.")
    EMBEDDINGS_UNAVAILABLE,
    @Description("Something went wrong here; the server's log says what. Try again.")
    UNEXPECTED;

    static DocumentFailure of(TextFailure reason) {
        return valueOf(reason.name());
    }

    /** @param code of a work item that was given up */
    static DocumentFailure ofCode(String code) {
        return Arrays.stream(values())
                .filter(failure -> failure.name().equals(code))
                .findFirst()
                .orElse(UNEXPECTED);
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DocumentFailure ofStored(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
