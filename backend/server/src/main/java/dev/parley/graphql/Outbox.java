package dev.parley.graphql;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be said over one connection, and the only one that says it: Helidon's are not safe for several threads.
 * Bounded in messages and in characters: a client that does not read is cut off and holds nobody back.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
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
    private final CountDownLatch over = new CountDownLatch(1);
    private final Wire wire;
    private final Runnable onGone;
    private volatile @Nullable Thread writing;

    /** @param onGone called when it is over, perhaps because the peer turns out to be gone */
    Outbox(Wire wire, Runnable onGone) {
        this.wire = wire;
        this.onGone = onGone;
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

    /** Ends it, once what is queued has been said. */
    void finish() {
        if (!queue.offer(new Output.Stop())) {
            close(SocketClose.SLOW_READER);
        }
    }

    void stop() {
        queue.clear();
        queue.offer(new Output.Stop());
    }

    void awaitEnd(Duration most) throws InterruptedException {
        over.await(most.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Says what is to be said until it is over; on a virtual thread, for only there an interrupt ends a write. */
    void write() {
        writing = Thread.currentThread();
        try {
            boolean more;
            do {
                more = say(queue.take());
            } while (more);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The peer went away while being written to", e);
        } finally {
            over.countDown();
            onGone.run();
        }
    }

    /** @return whether to go on */
    private boolean say(Output output) throws IOException {
        switch (output) {
            case Output.Text message -> {
                characters.addAndGet(-message.text().length());
                wire.text(message.text());
            }
            case Output.Ping ping -> wire.ping();
            case Output.Close end -> wire.close(end.reason());
            case Output.Stop stop -> LOG.trace("over");
        }
        return output instanceof Output.Text || output instanceof Output.Ping;
    }

    private void cutOff() {
        try {
            if (!over.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS) && writing != null) {
                writing.interrupt(); // a virtual thread that is interrupted while it writes closes the connection
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
