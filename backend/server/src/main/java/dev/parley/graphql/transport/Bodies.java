package dev.parley.graphql.transport;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.Deadlines;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads bodies of requests: so much and no longer. */
final class Bodies {

    private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);
    private static final int MOST_BYTES = 1 << 20;
    /** A client that is still writing does not hear the answer; up to here it is let finish. */
    private static final int HEARD_OUT_BYTES = 16 << 20;

    private static final Duration TO_READ_THE_ANSWER = Duration.ofMillis(200);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /** The client takes its time; not we. */
    static final class TooSlow extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final ParleyException told;

        TooSlow(ParleyException told) {
            super(told);
            this.told = told;
        }

        ParleyException told() {
            return told;
        }
    }

    private final Deadlines deadlines;

    Bodies(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** @throws ParleyException PAYLOAD_TOO_LARGE, or BAD_USER_INPUT when it breaks off; TooSlow */
    byte[] read(ServerRequest request) {
        var body = new ByteArrayOutputStream();
        long size = read(request, HEARD_OUT_BYTES, (buffer, count) -> {
            if (body.size() <= MOST_BYTES) {
                body.write(buffer, 0, count);
            }
        });
        if (size > MOST_BYTES) {
            throw new ParleyException(ErrorCode.PAYLOAD_TOO_LARGE, "A request may have 1 MiB at most");
        }
        return body.toByteArray();
    }

    /** Lets a stranger finish, so that the answer is heard; not for long. */
    void hearOut(ServerRequest request) {
        try {
            read(request, MOST_BYTES, (buffer, count) -> {});
        } catch (ParleyException | TooSlow e) {
            LOG.trace("The body that nobody reads did not come, either", e);
        }
    }

    /**
     * Ends this thread's connection once its last answer is out. Helidon would read on whatever the answer's header says;
     * an interrupted read closes the connection.
     */
    void endConnection() {
        deadlines.after(TO_READ_THE_ANSWER, Thread.currentThread()::interrupt);
    }

    /** What to do with bytes that arrived. */
    private interface Sink {
        void take(byte[] buffer, int count);
    }

    private long read(ServerRequest request, long most, Sink sink) {
        var reader = Thread.currentThread();
        var reading = new AtomicBoolean(true);
        // Bytes that trickle are noticed between two of them; none at all only by cutting the connection.
        var cutOff = deadlines.after(deadlines.limit().plus(LAST_WORDS), () -> {
            if (reading.compareAndSet(true, false)) {
                reader.interrupt();
            }
        });
        try { // closing the stream would wait for what is still to come
            return read(request.content().inputStream(), most, sink);
        } catch (TooSlow e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw reading.get() ? new ParleyException(ErrorCode.BAD_USER_INPUT, "The body broke off", e) : tooSlow();
        } finally {
            cutOff.cancel(false);
            if (!reading.compareAndSet(true, false)) {
                Thread.interrupted(); // it was meant for the reading
            }
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
