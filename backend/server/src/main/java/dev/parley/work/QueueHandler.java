package dev.parley.work;

import dev.parley.persistence.Transaction;
import java.sql.SQLException;

/** What {@link TransactionHandler} and {@link LeaseHandler} share; a bean is one of them. Not sealed: CDI makes proxies of it. */
public interface QueueHandler {

    Queue queue();

    /**
     * The item was given up. Runs in the transaction that says so, for example to mark the subject as failed.
     *
     * @param code of the last failure
     */
    default void givenUp(Transaction transaction, WorkItem item, String code) throws SQLException {}
}
