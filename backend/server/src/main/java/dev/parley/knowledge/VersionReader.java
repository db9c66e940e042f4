package dev.parley.knowledge;

import dev.parley.knowledge.text.Extraction;
import dev.parley.knowledge.text.TextExtractor;
import dev.parley.knowledge.text.TextLanguage;
import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds a version's text: it is there, or it is read out of the file or the HTML. */
@ApplicationScoped
class VersionReader {

    /**
     * What was found.
     *
     * @param isNew whether it was read just now, and is to be stored with the version
     */
    record Read(DocumentVersions.Content content, @Nullable String language, boolean isNew) {}

    /** There is no text. */
    static final class NoTextException extends Exception {

        private static final long serialVersionUID = 1L;

        private final DocumentFailure reason;

        NoTextException(DocumentFailure reason) {
            super(reason.name());
            this.reason = reason;
        }

        DocumentFailure reason() {
            return reason;
        }
    }

    private final Persistence persistence;
    private final TextExtractor extractor;

    @Inject
    VersionReader(Persistence persistence, TextExtractor extractor) {
        this.persistence = persistence;
        this.extractor = extractor;
    }

    /** Takes long; never inside a transaction. */
    Read read(UUID clientId, DocumentTask task) throws NoTextException, IOException, InterruptedException {
        if (task.isFileUnread()) {
            var text = file(clientId, task.version().documentId());
            return new Read(
                    new DocumentVersions.Content(text.text(), text.mediaType(), null), text.languageOrNull(), true);
        }
        var content = task.content();
        if (task.isHtmlUnread()) {
            var text = html(content.content());
            return new Read(
                    new DocumentVersions.Content(content.content(), content.contentType(), text.text()),
                    text.languageOrNull(),
                    true);
        }
        return new Read(content, TextLanguage.of(content.text()).orElse(null), false);
    }

    private Extraction.Text file(UUID clientId, UUID documentId)
            throws NoTextException, IOException, InterruptedException {
        var copy = Files.createTempFile("parley-document", null);
        try {
            var name = persistence.inClient(
                    Context.jobs(clientId),
                    Mode.READ,
                    transaction -> DocumentFiles.fetch(transaction, documentId, copy));
            return extracted(copy, name.orElse(""));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private Extraction.Text html(String content) throws NoTextException, IOException, InterruptedException {
        var copy = Files.createTempFile("parley-document", null);
        try {
            Files.writeString(copy, "<meta charset=\"utf-8\">\n" + content);
            return extracted(copy, ContentTypes.fileNameOf(ContentTypes.HTML));
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private Extraction.Text extracted(Path file, String name)
            throws NoTextException, IOException, InterruptedException {
        return switch (extractor.extract(file, name)) {
            case Extraction.Text text -> text;
            case Extraction.Failed failed -> throw new NoTextException(DocumentFailure.of(failed.reason()));
        };
    }
}
