package dev.parley.graphql;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsSession;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only one that writes to a socket: Helidon's session is not safe for several threads. Bounded in messages and in
 * characters: a client that does not read is cut off and holds nobody back.
 */
final class SocketWriter {

    private static final Logger LOG = LoggerFactory.getLogger(SocketWriter.class);
    private static final int QUEUED_MESSAGES = 1_000;
    private static final long QUEUED_CHARACTERS = 8L << 20;
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private sealed interface Output {
        record Text(String text) implements Output {}

        record Ping() implements Output {}

        record Close(SocketClose reason) implements Output {}

        record Stop() implements Output {}
    }

    private final BlockingQueue<Output> queue = new ArrayBlockingQueue<>(QUEUED_MESSAGES);
    private final AtomicLong characters = new AtomicLong();
    private final WsSession session;
    private final Runnable onGone;
    private final Thread thread;

    /** @param onGone called when the peer turns out to be gone */
    SocketWriter(WsSession session, Runnable onGone) {
        this.session = session;
        this.onGone = onGone;
        this.thread = Thread.ofVirtual().name("parley-socket-writer").start(this::write);
    }

    void send(String text) {
        // One message may be larger than the bound; it is what piles up behind it that is refused.
        boolean full = characters.get() > QUEUED_CHARACTERS;
        if (full || !queue.offer(new Output.Text(text))) {
            close(SocketClose.SLOW_READER);
        } else {
            characters.addAndGet(text.length());
        }
    }

    /** Asks whether the peer is still there, and keeps what lies between us from thinking it is not. */
    void ping() {
        queue.offer(new Output.Ping());
    }

    /** What is still queued is dropped: the client resumes after the last event it got. */
    void close(SocketClose reason) {
        queue.clear();
        queue.offer(new Output.Close(reason));
        // The writer may hang in a write that will never end.
        Thread.ofVirtual().start(this::cutOff);
    }

    void stop() {
        queue.clear();
        queue.offer(new Output.Stop());
    }

    void awaitEnd(Duration most) throws InterruptedException {
        thread.join(most);
    }

    private void cutOff() {
        try {
            if (!thread.join(LAST_WORDS)) {
                thread.interrupt(); // a virtual thread that is interrupted while it writes closes the connection
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            while (true) {
                switch (queue.take()) {
                    case Output.Text message -> {
                        characters.addAndGet(-message.text().length());
                        session.send(message.text(), true);
                    }
                    case Output.Ping ping -> session.ping(BufferData.empty());
                    case Output.Close end -> {
                        session.close(end.reason().code(), end.reason().reason());
                        return;
                    }
                    case Output.Stop stop -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("The peer went away while being written to", e);
        } finally {
            onGone.run();
        }
    }
}
