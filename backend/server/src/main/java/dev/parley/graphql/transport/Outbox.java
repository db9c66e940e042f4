package dev.parley.graphql.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be said over one connection, and the only one that says it: Helidon's are not safe for several threads.
 * Bounded in messages and in characters: who has more to say waits, and a client that does not read is cut off.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int QUEUED_MESSAGES = 500;
    private static final long QUEUED_CHARACTERS = 4L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private sealed interface Output {
        record Text(String text) implements Output {}

        record Ping() implements Output {}

        record Close(SocketClose reason) implements Output {}

        record Stop() implements Output {}
    }

    private final BlockingQueue<Output> queue = new LinkedBlockingQueue<>();
    private final ReentrantLock room = new ReentrantLock();
    private final Condition roomMade = room.newCondition();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Wire wire;
    private final Runnable onGone;
    private long characters;
    private boolean closing;
    private volatile @Nullable Thread writing;

    /** @param onGone called when it is over, perhaps because the peer turns out to be gone */
    Outbox(Wire wire, Runnable onGone) {
        this.wire = wire;
        this.onGone = onGone;
    }

    /** Waits for room, so that a long past is sent at the pace of its reader; a reader without any pace is cut off. */
    void send(String text) {
        room.lock();
        try {
            long patience = PATIENCE.toNanos();
            while (!closing && !hasRoom() && patience > 0) {
                patience = roomMade.awaitNanos(patience);
            }
            if (closing) {
                return;
            }
            if (hasRoom()) {
                characters += text.length();
                queue.add(new Output.Text(text));
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            room.unlock();
        }
        close(SocketClose.SLOW_READER);
    }

    /** One message may be larger than the bound; it is what would pile up behind it that waits. */
    private boolean hasRoom() {
        return characters <= QUEUED_CHARACTERS && queue.size() < QUEUED_MESSAGES;
    }

    private void written(int length) {
        room.lock();
        try {
            characters -= length;
            roomMade.signalAll();
        } finally {
            room.unlock();
        }
    }

    private void clear() {
        room.lock();
        try {
            closing = true;
            queue.clear();
            roomMade.signalAll();
        } finally {
            room.unlock();
        }
    }

    /** Asks whether the peer is still there, and keeps what lies between us from thinking it is not. */
    void ping() {
        queue.offer(new Output.Ping());
    }

    /** What is still queued is dropped: the client resumes after the last event it got. */
    void close(SocketClose reason) {
        clear();
        queue.offer(new Output.Close(reason));
        // The writer may hang in a write that will never end.
        Thread.ofVirtual().start(this::cutOff);
    }

    /** Ends it, once what is queued has been said. */
    void finish() {
        queue.offer(new Output.Stop());
    }

    void stop() {
        clear();
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
            clear();
            over.countDown();
            onGone.run();
        }
    }

    /** @return whether to go on */
    private boolean say(Output output) throws IOException {
        switch (output) {
            case Output.Text message -> {
                wire.text(message.text());
                written(message.text().length());
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
