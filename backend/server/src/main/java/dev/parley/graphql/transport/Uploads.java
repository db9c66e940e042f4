package dev.parley.graphql.transport;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.engine.GraphQlRequest;
import dev.parley.http.Bodies;
import dev.parley.http.Deadlines;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Requests that bring files. A page of another site cannot send one for somebody: what it would need is the token, in a header
 * that no form has. The body goes to the disk, whatever its size; nothing of it outlives the request.
 */
final class Uploads {

    private static final String MULTIPART = "multipart/form-data";
    /** A client that is still writing does not hear the answer; so far it is let finish. */
    private static final long HEARD_OUT_BYTES = 16 << 20;

    private final UploadSettings settings;
    private final Bodies bodies;
    private final Semaphore turns;

    Uploads(UploadSettings settings) {
        this.settings = settings;
        this.bodies = new Bodies(new Deadlines(settings.timeout()));
        this.turns = new Semaphore(settings.atOnce());
    }

    static boolean isOne(ServerRequest request) {
        return type(request).regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
    }

    /**
     * Reads it, and has it answered while its files are there.
     *
     * @throws ParleyException PAYLOAD_TOO_LARGE, BAD_USER_INPUT, RATE_LIMITED while there are too many of them
     */
    <T extends @Nullable Object> T receive(ServerRequest request, Function<GraphQlRequest, T> answer)
            throws IOException {
        var boundary = Part.parameters(type(request)).get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw Multipart.refused("The header Content-Type: multipart/form-data needs a boundary");
        }
        if (!turns.tryAcquire()) {
            throw new ParleyException(ErrorCode.RATE_LIMITED, "Too many files are being uploaded: try again");
        }
        try {
            var folder = Files.createTempDirectory("parley-upload");
            try {
                var body = body(request, folder.resolve("body"));
                var asked = new Multipart(folder, settings.mostBytes()).read(body, boundary);
                Files.delete(body);
                return answer.apply(asked);
            } finally {
                delete(folder);
            }
        } finally {
            turns.release();
        }
    }

    private Path body(ServerRequest request, Path file) throws IOException {
        long most = settings.mostBytes() + UploadSettings.MOST_BESIDE_FILES;
        try (var out = Files.newOutputStream(file)) {
            var sink = new ToFile(out, most);
            long size = bodies.read(request, most + HEARD_OUT_BYTES, sink);
            if (sink.failure != null) {
                throw sink.failure;
            }
            if (size > most) {
                throw Multipart.tooLarge(settings.mostBytes());
            }
        }
        return file;
    }

    /** Keeps what may be kept; that the disk is full is not the client's fault, and said apart. */
    private static final class ToFile implements Bodies.Sink {

        private final OutputStream out;
        private final long most;
        private long size;
        private @Nullable IOException failure;

        ToFile(OutputStream out, long most) {
            this.out = out;
            this.most = most;
        }

        @Override
        public void take(byte[] buffer, int count) {
            size += count;
            if (size <= most && failure == null) {
                try {
                    out.write(buffer, 0, count);
                } catch (IOException e) {
                    failure = e;
                }
            }
        }
    }

    private static String type(ServerRequest request) {
        return request.headers().first(HeaderNames.CONTENT_TYPE).orElse("").strip();
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
