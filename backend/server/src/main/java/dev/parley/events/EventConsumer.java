package dev.parley.events;

import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * A feature that does something for each event, even if it happened while no node was running. A CDI bean of this type is all
 * it takes. How far it has come in each client's feed is stored, and moves in the transaction that it works in: what it does
 * in the database happens exactly once for each event. Events of one client come in order, on one node at a time.
 */
public interface EventConsumer {

    /** Positions are stored under it, so it stays as it is: for example {@code crm}. */
    String name();

    /** What it wants to hear of. */
    Set<EventEntity> entities();

    /**
     * Does what follows from events. What it throws undoes the transaction; the same events come again, after a second at
     * first and five minutes at most, and nothing later comes before.
     *
     * @param transaction for background work in the events' client
     * @param events in order, one at least; at most 500
     */
    void consume(Transaction transaction, List<Event> events) throws SQLException;

    /**
     * Events that it has not seen are not kept any more: it was away for long, or is new in an old client. What it has built
     * from events it builds anew from the data; the events that are kept come next.
     */
    void missed(Transaction transaction) throws SQLException;
}
