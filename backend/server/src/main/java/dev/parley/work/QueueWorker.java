package dev.parley.work;

import dev.parley.jobs.BackgroundLoop;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One queue on this node: looks for clients with due work, and works on it with so many threads. */
final class QueueWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);
    /** For what other nodes have added, and for retries. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(5);

    private final Queue queue;
    private final WorkStore store;
    private final ItemRunner runner;
    private final ClientRing ring;
    private final Semaphore places;
    private final ExecutorService threads;
    private final BackgroundLoop looking;
    private final @Nullable BackgroundLoop extending;
    private volatile boolean closing;

    /** Begins at once. */
    QueueWorker(WorkStore store, QueueHandler handler, String node) {
        this.queue = handler.queue();
        this.store = store;
        this.ring = new ClientRing(queue.parallelismPerClient());
        this.places = new Semaphore(queue.parallelism());
        var name = "parley-work-" + queue.name();
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
        switch (handler) {
            case TransactionHandler transactional -> {
                runner = new TransactionRunner(store, transactional);
                extending = null;
            }
            case LeaseHandler leasing -> {
                var leases = new LeaseRunner(store, leasing, node);
                runner = leases;
                extending = BackgroundLoop.start(name + "-leases", queue.lease().dividedBy(3), leases::extend);
            }
            default -> throw new IllegalArgumentException(name + ": its handler is of no known kind");
        }
        this.looking = BackgroundLoop.start(name, LOOK_EVERY, this::look);
    }

    /** Something was added on this node; no need to wait for the next look. */
    void wake() {
        looking.wake();
    }

    /** Takes nothing new. What is in work is brought to its end; what takes too long for that is left to other nodes. */
    @Override
    public void close() {
        closing = true;
        looking.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn(
                        "{} items are still in work after {}; they will be worked on again",
                        queue.name(),
                        STOPPED_WITHIN);
                runner.abandon();
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (extending != null) {
                extending.close();
            }
        }
    }

    private void look() {
        ring.offer(store.dueClients());
        useFreePlaces();
    }

    private void useFreePlaces() {
        try {
            while (!closing && !ring.isEmpty() && places.tryAcquire()) {
                threads.execute(this::work);
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is closing", queue.name());
        }
    }

    private void work() {
        try {
            for (var clientId = ring.take(); clientId != null; clientId = closing ? null : ring.take()) {
                workFor(clientId);
            }
        } finally {
            places.release();
            useFreePlaces(); // for who came after this thread's last look and found no place
        }
    }

    private void workFor(UUID clientId) {
        boolean found = false;
        try {
            found = runner.runNext(clientId);
        } catch (RuntimeException e) {
            LOG.warn("{} of client {} could not be worked on, trying again", queue.name(), clientId, e);
            pause();
        } finally {
            ring.done(clientId, found);
        }
    }

    /** While the database is away, it is not asked for each of the clients as fast as can be. */
    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(closing ? 0 : LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
