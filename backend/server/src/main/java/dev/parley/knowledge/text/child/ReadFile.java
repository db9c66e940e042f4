package dev.parley.knowledge.text.child;

import dev.parley.knowledge.text.TextFailure;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tika.exception.EncryptedDocumentException;

/**
 * The main class of the process that reads one file: {@code ReadFile FILE NAME CHARACTERS}. Writes the media type, a line end
 * and the text to its standard output. Its exit code says why there is none; then it writes the exceptions' names.
 */
public final class ReadFile {

    private static final int FIRST_REASON = 20;

    private ReadFile() {}

    public static void main(String[] arguments) {
        endWithOurStarter();
        closeTheNetwork();
        System.exit(run(Path.of(arguments[0]), arguments[1], Integer.parseInt(arguments[2])));
    }

    /** @return what an exit code stands for; empty when it is none of ours */
    public static Optional<TextFailure> reason(int exitCode) {
        int index = exitCode - FIRST_REASON;
        return index >= 0 && index < TextFailure.values().length
                ? Optional.of(TextFailure.values()[index])
                : Optional.empty();
    }

    /** For the whole process, and for good. */
    public static void closeTheNetwork() {
        NoNetwork.enforce();
    }

    private static int run(Path file, String name, int mostCharacters) {
        try {
            var found = new FileText(file, name, mostCharacters).read();
            write(found.mediaType() + "\n" + found.text());
            return 0;
        } catch (NoTextException e) {
            return failed(e.reason(), e);
        } catch (OutOfMemoryError e) {
            return failed(TextFailure.TOO_LARGE, e);
        } catch (Exception | StackOverflowError | LinkageError e) {
            return failed(reason(e), e);
        }
    }

    static TextFailure reason(Throwable failure) {
        return causes(failure)
                .flatMap(cause -> switch (cause) {
                    case NoTextException known -> Stream.of(known.reason());
                    case EncryptedDocumentException locked -> Stream.of(TextFailure.ENCRYPTED);
                    case org.apache.poi.EncryptedDocumentException locked -> Stream.of(TextFailure.ENCRYPTED);
                    // Tika found elements in elements, or much out of little.
                    case org.xml.sax.SAXException bomb
                    when bomb.getClass().getName().contains("SecureSAXException") -> Stream.of(TextFailure.TOO_LARGE);
                    default -> Stream.empty();
                })
                .findFirst()
                .orElse(TextFailure.DAMAGED);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static int failed(TextFailure reason, Throwable why) {
        try {
            write(causes(why).map(cause -> cause.getClass().getName()).collect(Collectors.joining(" ")));
        } catch (IOException e) {
            return FIRST_REASON + reason.ordinal(); // nobody listens
        }
        return FIRST_REASON + reason.ordinal();
    }

    private static void write(String answer) throws IOException {
        try (var output = new FileOutputStream(FileDescriptor.out)) {
            output.write(answer.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Our standard input is held open by who started us, and ends with it. */
    private static void endWithOurStarter() {
        Thread.ofPlatform().daemon().name("starter").start(() -> {
            try {
                new java.io.FileInputStream(FileDescriptor.in).read();
            } catch (IOException e) {
                Runtime.getRuntime().halt(1);
            }
            Runtime.getRuntime().halt(1);
        });
    }
}
