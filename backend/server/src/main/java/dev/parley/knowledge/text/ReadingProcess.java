package dev.parley.knowledge.text;

import dev.parley.knowledge.text.child.NoChannels;
import dev.parley.knowledge.text.child.ReadFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that reads one file: this JVM's program and class path with {@link ReadFile} as its main class, a folder of
 * its own and an empty environment. It is killed with all it started at the time limit, and ends itself when we are gone.
 */
final class ReadingProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingProcess.class);

    /** Of {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,10}$");
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;
    private static final int HEAD_LINE = 200;

    private final DocumentSettings settings;

    ReadingProcess(DocumentSettings settings) {
        this.settings = settings;
    }

    Extraction read(Path file, String fileName) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("parley-document");
        try {
            var process = start(folder, file, fileName);
            try {
                return outcome(process);
            } finally {
                kill(process);
            }
        } finally {
            delete(folder);
        }
    }

    private Process start(Path folder, Path file, String fileName) throws IOException {
        return builder(
                        settings,
                        folder,
                        ReadFile.class.getName(),
                        file.toAbsolutePath().toString(),
                        "document" + extension(fileName),
                        Integer.toString(settings.mostCharacters()))
                .start();
    }

    /** All that is needed of a name; the rest is somebody's words, and would be seen in lists of processes. */
    private static String extension(String fileName) {
        var matcher = EXTENSION.matcher(fileName);
        return matcher.find() ? matcher.group() : "";
    }

    /** A JVM like ours, small, without our environment, which holds secrets, and without a way to look up hosts. */
    static ProcessBuilder builder(DocumentSettings settings, Path folder, String mainClass, String... arguments) {
        var options = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.memoryMegabytes() + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Duser.language=en",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Dpdfbox.fontcache=" + folder,
                "-Djava.nio.channels.spi.SelectorProvider=" + NoChannels.class.getName(),
                "-Djdk.net.hosts.file=" + folder.resolve("no-hosts"),
                "-Dlogback.configurationFile=dev/parley/knowledge/text/logback.xml",
                "-cp",
                classPath(),
                mainClass);
        var builder = new ProcessBuilder(
                        Stream.concat(options, Stream.of(arguments)).toList())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder;
    }

    /** With absolute paths: the process runs in another folder. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Extraction outcome(Process process) throws IOException, InterruptedException {
        var answer =
                CompletableFuture.supplyAsync(() -> readAll(process.getInputStream()), reading -> Thread.ofVirtual()
                        .start(reading));
        if (!process.waitFor(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
            return new Extraction.Failed(TextFailure.TOOK_TOO_LONG);
        }
        return outcome(process.exitValue(), joined(answer));
    }

    private static byte[] joined(CompletableFuture<byte[]> answer) throws IOException {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw new IOException("The answer of the process cannot be read", e);
        }
    }

    private Extraction outcome(int exit, byte[] answer) {
        if (exit == 0) {
            return text(new String(answer, StandardCharsets.UTF_8));
        }
        var reason = ReadFile.reason(exit).orElse(exit == OUT_OF_MEMORY ? TextFailure.TOO_LARGE : TextFailure.DAMAGED);
        // What it has printed are the names of exceptions, never their words, which may be the document's.
        var why = new String(answer, 0, Math.min(answer.length, HEAD_LINE), StandardCharsets.UTF_8);
        LOG.info("A file gave no text: {} (exit code {}) {}", reason, exit, why.strip());
        return new Extraction.Failed(reason);
    }

    private Extraction text(String answer) {
        int line = answer.indexOf('\n');
        var text = answer.substring(line + 1);
        if (line < 0 || text.length() > settings.mostCharacters()) {
            return new Extraction.Failed(TextFailure.TOO_LARGE);
        }
        return new Extraction.Text(
                text, answer.substring(0, line), TextLanguage.of(text).orElse(null));
    }

    private byte[] readAll(InputStream output) {
        try (output) {
            return output.readNBytes(settings.mostCharacters() * MOST_BYTES_OF_A_CHARACTER + HEAD_LINE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join(); // its folder is deleted next
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
