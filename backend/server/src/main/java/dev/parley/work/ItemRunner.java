package dev.parley.work;

import dev.parley.persistence.PersistenceException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Works on one item at a time. */
abstract sealed class ItemRunner permits TransactionRunner, LeaseRunner {

    static final Logger LOG = LoggerFactory.getLogger(ItemRunner.class);
    static final String REQUEST_ID = "requestId";

    final WorkStore store;
    private final QueueHandler handler;

    ItemRunner(WorkStore store, QueueHandler handler) {
        this.store = store;
        this.handler = handler;
    }

    /**
     * Works on the client's next item that is due.
     *
     * @return false when there is none
     * @throws PersistenceException when the database is away; then nothing is known of the item's end
     */
    abstract boolean runNext(UUID clientId);

    /** The node ends: no more is done for what is still in work here. */
    abstract void abandon();

    /** Stores what becomes of an item that failed, unless it is somebody else's by now. */
    void failed(WorkItem item, @Nullable UUID leaseId, Exception failure) {
        var verdict = Verdict.on(failure, handler.queue(), item.attempt());
        boolean ours = store.inClient(item.clientId(), transaction -> {
            if (!verdict.isGivenUp()) {
                return store.retry(transaction, item, leaseId, verdict);
            }
            if (!store.giveUp(transaction, item, leaseId, verdict.code())) {
                return false;
            }
            handler.givenUp(transaction, item, verdict.code());
            return true;
        });
        if (ours) {
            log(item, verdict, failure);
        }
    }

    /** Where an unexpected failure happens is said once: with the first attempt. */
    private void log(WorkItem item, Verdict verdict, Exception failure) {
        var queue = handler.queue();
        if (failure instanceof WorkFailure said) {
            LOG.warn(
                    "{} item {} {}, attempt {} of {}: {}: {}",
                    queue.name(),
                    item.id(),
                    verdict.isGivenUp() ? "is given up" : "failed",
                    item.attempt(),
                    queue.maxAttempts(),
                    verdict.code(),
                    said.getMessage());
        } else if (item.attempt() == 1 && !verdict.isGivenUp()) {
            LOG.error("{} item {} failed and will be tried again", queue.name(), item.id(), failure);
        } else {
            LOG.warn(
                    "{} item {} {}, attempt {} of {}: {}",
                    queue.name(),
                    item.id(),
                    verdict.isGivenUp() ? "is given up" : "failed",
                    item.attempt(),
                    queue.maxAttempts(),
                    verdict.code());
        }
    }

    static void traced(WorkItem item) {
        MDC.put(REQUEST_ID, item.requestId());
    }
}
