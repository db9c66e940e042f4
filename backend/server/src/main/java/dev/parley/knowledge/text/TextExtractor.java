package dev.parley.knowledge.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads the text of PDF, DOCX, XLSX, PPTX, HTML, Markdown, plain text, CSV, RTF and EPUB files. Whatever a file does, it
 * does it to a process of its own with limits on memory, time and output, and not to the server.
 */
@ApplicationScoped
public class TextExtractor {

    /** Each is a process with a heap of its own. */
    private static final int AT_ONCE = 2;

    private final DocumentSettings settings;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    public TextExtractor() {
        this(DocumentSettings.from(ConfigProvider.getConfig()));
    }

    TextExtractor(DocumentSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes as long as the file's time limit, and longer when others are being read; never call it inside a transaction.
     *
     * @param fileName as the uploader calls it. The content decides of what kind a file is; the name tells only kinds of
     *     plain text apart, such as Markdown and CSV
     * @throws IOException when the file cannot be read or no process started
     * @throws InterruptedException when the thread is told to stop; the process is ended
     */
    public Extraction extract(Path file, String fileName) throws IOException, InterruptedException {
        long size = Files.size(file);
        if (size == 0) {
            return new Extraction.Failed(TextFailure.EMPTY);
        }
        if (size > settings.mostBytes()) {
            return new Extraction.Failed(TextFailure.TOO_LARGE);
        }
        var refusal = ZipContainer.refusal(file, settings.mostUnpackedBytes());
        if (refusal.isPresent()) {
            return new Extraction.Failed(refusal.get());
        }
        turns.acquire();
        try {
            return new ReadingProcess(settings).read(file, fileName);
        } finally {
            turns.release();
        }
    }
}
