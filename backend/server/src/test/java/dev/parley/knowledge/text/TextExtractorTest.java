package dev.parley.knowledge.text;

import static dev.parley.knowledge.text.TextFailure.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.knowledge.text.child.ReadFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each file in a process of its own: good ones give text, and whatever the others try ends with a reason. */
class TextExtractorTest {

    private static final DocumentSettings USUAL = settings(Duration.ofMinutes(3));

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
    void aGoodFileGivesItsTextItsTypeAndItsLanguage() throws Exception {
        assertThat(extract(files.docx())).isInstanceOfSatisfying(Extraction.Text.class, text -> {
            assertThat(text.text()).startsWith("# Доставка и оплата\n");
            assertThat(text.mediaType()).endsWith("wordprocessingml.document");
            assertThat(text.language()).contains("ru");
        });
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeAnythingIsStarted() throws Exception {
        assertThat(reason(hostile.gigabyteInAZip())).isEqualTo(TOO_LARGE);
        assertThat(reason(hostile.gigabyteOfNothing())).isEqualTo(TOO_LARGE);
        assertThat(reason(hostile.manyEntries())).isEqualTo(TOO_LARGE);
        assertThat(reason(Files.createFile(folder.resolve("nothing.txt")))).isEqualTo(EMPTY);
        assertThat(reason(hostile.truncatedWord())).isEqualTo(DAMAGED);
    }

    /** What the others end with is in ReadFileTest. */
    @Test
    void bombsCostTheProcessThatReadsThem() throws Exception {
        assertThat(reason(hostile.pageOf(1L << 30))).isEqualTo(TOO_LARGE);
        assertThat(reason(hostile.lockedWord())).isEqualTo(ENCRYPTED);
    }

    @Test
    void atTheTimeLimitTheProcessIsGone() throws Exception {
        var extractor = new TextExtractor(settings(Duration.ofMillis(1)));

        assertThat(extractor.extract(files.docx(), "a.docx")).isEqualTo(new Extraction.Failed(TOOK_TOO_LONG));

        assertThat(readers()).isEmpty();
    }

    @Test
    void whoIsInterruptedLeavesNoProcess() throws Exception {
        var extractor = new TextExtractor(USUAL);
        var file = hostile.pageOf(300L << 20);
        var ended = new AtomicReference<Throwable>();
        var thread = Thread.ofPlatform().start(() -> {
            try {
                extractor.extract(file, "page.pdf");
            } catch (Exception e) {
                ended.set(e);
            }
        });
        await().until(() -> !readers().isEmpty());

        thread.interrupt();

        thread.join();
        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        await().until(() -> readers().isEmpty());
    }

    @Test
    void theProcessHasNeitherNetworkNorEnvironment() throws Exception {
        var probe = ReadingProcess.builder(USUAL, folder, NetworkProbe.class.getName())
                .start();

        assertThat(new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .hasSize(5)
                .allMatch(line -> line.startsWith("refused"));
    }

    /** Its standard input ends with the server's process, however that ends. */
    @Test
    void theProcessEndsWithItsStarter() throws Exception {
        var file = hostile.pageOf(300L << 20).toString();
        var process = ReadingProcess.builder(
                        settings(Duration.ofMinutes(3)), folder, ReadFile.class.getName(), file, "page.pdf", "100000")
                .start();

        process.getOutputStream().close();

        assertThat(process.waitFor()).isOne();
    }

    @Test
    void aFileThatIsNotThereIsNoDocumentsFault() {
        assertThatThrownBy(() -> extract(folder.resolve("none.txt")))
                .isInstanceOf(java.nio.file.NoSuchFileException.class);
    }

    private TextFailure reason(Path file) throws Exception {
        return ((Extraction.Failed) extract(file)).reason();
    }

    private static Extraction extract(Path file) throws Exception {
        return new TextExtractor(USUAL).extract(file, file.getFileName().toString());
    }

    private static List<ProcessHandle> readers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .toList();
    }

    private static DocumentSettings settings(Duration timeout) {
        return new DocumentSettings(25L << 20, 200L << 20, 100_000, 64, timeout);
    }
}
