package dev.parley.knowledge.text.child;

import static dev.parley.knowledge.text.TextFailure.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.knowledge.text.HostileFiles;
import dev.parley.knowledge.text.SampleFiles;
import dev.parley.knowledge.text.TextFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of files without text. Those that would end this process are in TextExtractorTest. */
class ReadFileTest {

    @TempDir
    Path folder;

    private HostileFiles hostile;
    private SampleFiles files;

    @BeforeEach
    void begin() {
        hostile = new HostileFiles(folder);
        files = new SampleFiles(folder);
    }

    @Test
    void lockedFilesAreSaidToBe() throws Exception {
        assertThat(reason(hostile.lockedPdf())).isEqualTo(ENCRYPTED);
        assertThat(reason(hostile.lockedWord())).isEqualTo(ENCRYPTED);
    }

    @Test
    void picturesOfTextAreToldFromNoText() throws Exception {
        assertThat(reason(hostile.scan())).isEqualTo(ONLY_IMAGES);
        assertThat(reason(hostile.emptyPdf())).isEqualTo(EMPTY);
        assertThat(reason(files.text("blank.txt", " \n".repeat(1000), StandardCharsets.UTF_8)))
                .isEqualTo(EMPTY);
    }

    @Test
    void whatIsNoDocumentIsToldFromADamagedOne() throws Exception {
        assertThat(reason(hostile.pictureCalledWord())).isEqualTo(NOT_A_DOCUMENT);
        assertThat(reason(hostile.archiveCalledWord())).isEqualTo(NOT_A_DOCUMENT);
        assertThat(reason(hostile.wordWithoutADocument())).isEqualTo(DAMAGED);
    }

    @Test
    void whatGoesOnWithoutEndIsEnded() throws Exception {
        assertThat(reason(hostile.entities())).isEqualTo(DAMAGED);
        assertThat(reason(hostile.tablesInTables())).isEqualTo(TOO_LARGE);
        assertThat(reason(hostile.loop())).isIn(EMPTY, DAMAGED);
        assertThat(reason(files.text("long.txt", "Long. ".repeat(20_000), StandardCharsets.UTF_8)))
                .isEqualTo(TOO_LARGE);
    }

    private static TextFailure reason(Path file) {
        try {
            var found = new FileText(file, file.getFileName().toString(), 100_000).read();
            throw new AssertionError("There is text: " + found);
        } catch (Exception e) {
            return ReadFile.reason(e);
        }
    }
}
