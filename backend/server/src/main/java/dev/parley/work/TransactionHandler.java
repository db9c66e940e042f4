package dev.parley.work;

import dev.parley.persistence.Transaction;
import java.sql.SQLException;

/**
 * For work that is only short database work. It runs in the transaction that holds the item: effects and end are committed
 * together, and when the node dies the item is free at once.
 */
public interface TransactionHandler extends QueueHandler {

    /** @throws WorkFailure to say what becomes of the item; after any other exception it is retried by the queue's schedule */
    void handle(Transaction transaction, WorkItem item) throws SQLException;
}
