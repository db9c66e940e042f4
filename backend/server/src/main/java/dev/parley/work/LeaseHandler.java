package dev.parley.work;

import dev.parley.persistence.Transaction;
import java.sql.SQLException;

/**
 * For work that calls somebody, or takes long. The item is leased to this node and no transaction is open meanwhile. The lease
 * is extended for as long as the handler runs, so it must have timeouts of its own. When the node dies, another one begins
 * anew as soon as the lease has run out: whoever is called may be called twice for one item.
 */
public interface LeaseHandler extends QueueHandler {

    /** What the work changes. Runs in the transaction that ends the item, never when the lease was lost. */
    @FunctionalInterface
    interface Effects {
        void apply(Transaction transaction) throws SQLException;
    }

    /** @throws WorkFailure to say what becomes of the item; after any other exception it is retried by the queue's schedule */
    @SuppressWarnings("java:S112") // whatever goes wrong is recorded with the item
    Effects handle(WorkItem item, Progress progress) throws Exception;
}
