package dev.parley.graphql;

import io.helidon.websocket.WsSession;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only one that writes to a socket: Helidon's session is not safe for several threads. Bounded: a client that does not
 * read is cut off and holds nobody back.
 */
final class SocketWriter {

    private static final Logger LOG = LoggerFactory.getLogger(SocketWriter.class);
    private static final int QUEUED_MESSAGES = 1_000;

    private sealed interface Output {
        record Text(String text) implements Output {}

        record Close(SocketClose reason) implements Output {}

        record Stop() implements Output {}
    }

    private final BlockingQueue<Output> queue = new ArrayBlockingQueue<>(QUEUED_MESSAGES);
    private final WsSession session;
    private final Thread thread;

    SocketWriter(WsSession session) {
        this.session = session;
        this.thread = Thread.ofVirtual().name("parley-socket-writer").start(this::write);
    }

    void send(String text) {
        if (!queue.offer(new Output.Text(text))) {
            close(SocketClose.SLOW_READER);
        }
    }

    /** What is still queued is dropped: the client resumes after the last event it got. */
    void close(SocketClose reason) {
        queue.clear();
        queue.offer(new Output.Close(reason));
        if (reason == SocketClose.SLOW_READER) {
            // The writer may hang in a write that will never end.
            Thread.ofVirtual().start(() -> {
                try {
                    if (!thread.join(Duration.ofSeconds(2))) {
                        session.terminate();
                        thread.interrupt();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    void stop() {
        queue.clear();
        queue.offer(new Output.Stop());
    }

    void awaitEnd(Duration most) throws InterruptedException {
        thread.join(most);
    }

    private void write() {
        try {
            while (true) {
                switch (queue.take()) {
                    case Output.Text message -> session.send(message.text(), true);
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
        }
    }
}
