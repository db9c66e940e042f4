package dev.parley.http;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads bodies of requests: so much and no longer. */
public final class Bodies {

    private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);
    /** A client that is still writing does not hear the answer; up to here it is let finish. */
    private static final int HEARD_OUT_BYTES = 16 << 20;

    private static final int STRANGERS_HEARD_OUT_BYTES = 1 << 20;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /** What to do with bytes that arrived. Called by the thread that reads. */
    public interface Sink {

        /** @param cutOff ends the reading, which then is {@link TooSlow}; may be called by any thread, at any time */
        default void begin(Runnable cutOff) {}

        void take(byte[] buffer, int count);
    }

    /** The client takes its time; not we. */
    public static final class TooSlow extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final ParleyException told;

        TooSlow(ParleyException told) {
            super(told);
            this.told = told;
        }

        /** For the client: TIMEOUT. */
        public ParleyException told() {
            return told;
        }
    }

    private final Deadlines deadlines;

    public Bodies(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * @param most bytes it may have
     * @throws ParleyException PAYLOAD_TOO_LARGE, or BAD_USER_INPUT when it breaks off; TooSlow
     */
    public byte[] read(ServerRequest request, int most) {
        var body = new ByteArrayOutputStream();
        long size = read(request, HEARD_OUT_BYTES, (buffer, count) -> {
            if (body.size() <= most) {
                body.write(buffer, 0, count);
            }
        });
        if (size > most) {
            throw new ParleyException(
                    ErrorCode.PAYLOAD_TOO_LARGE, "A request may have " + (most >> 20) + " MiB at most");
        }
        return body.toByteArray();
    }

    /**
     * Reads a body piece by piece, until it ends or has more bytes than it may.
     *
     * @return how many bytes were read
     * @throws ParleyException BAD_USER_INPUT when it breaks off; TooSlow
     */
    public long read(ServerRequest request, long most, Sink sink) {
        var cut = new Cut();
        // Bytes that trickle are noticed between two of them; none at all only by cutting the connection.
        var cutOff = deadlines.after(deadlines.limit().plus(LAST_WORDS), cut::make);
        try { // closing the stream would wait for what is still to come
            sink.begin(cut::make);
            return read(request.content().inputStream(), most, sink);
        } catch (TooSlow | ParleyException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw cut.isMade() ? tooSlow() : new ParleyException(ErrorCode.BAD_USER_INPUT, "The body broke off", e);
        } finally {
            cutOff.cancel(false);
            cut.tooLate();
        }
    }

    /** Lets a stranger finish, so that the answer is heard; not for long. */
    public void hearOut(ServerRequest request) {
        try {
            read(request, STRANGERS_HEARD_OUT_BYTES, (buffer, count) -> {});
        } catch (ParleyException | TooSlow e) {
            LOG.trace("The body that nobody reads did not come, either", e);
        }
    }

    private long read(InputStream stream, long most, Sink sink) throws IOException {
        long begun = System.nanoTime();
        var buffer = new byte[8 << 10];
        long size = 0;
        int count;
        while (size <= most && (count = stream.read(buffer)) >= 0) {
            if (System.nanoTime() - begun > deadlines.limit().toNanos()) {
                throw tooSlow();
            }
            size += count;
            sink.take(buffer, count);
        }
        return size;
    }

    private TooSlow tooSlow() {
        return new TooSlow(new ParleyException(
                ErrorCode.TIMEOUT,
                "The body did not arrive within " + deadlines.limit().toMillis() / 1_000.0 + " s"));
    }
}
