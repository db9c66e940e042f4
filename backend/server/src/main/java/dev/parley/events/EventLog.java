package dev.parley.events;

import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Writes changes into the feed, in the transaction that makes them. */
@ApplicationScoped
public class EventLog {

    private final Wakeup wakeup;

    @Inject
    public EventLog(Wakeup wakeup) {
        this.wakeup = wakeup;
    }

    /** Appends at the very end of the transaction: the client's feed is locked from there to the commit. */
    public void append(Transaction transaction, Change change) {
        transaction.last(connection -> insert(connection, change));
        transaction.afterCommit(wakeup::changed);
    }

    private static void insert(Connection connection, Change change) throws SQLException {
        try (var statement = connection.prepareStatement("select private.append_event(?, ?, ?, ?)")) {
            statement.setString(1, change.entity().name().toLowerCase(Locale.ROOT));
            statement.setString(2, change.type().name().toLowerCase(Locale.ROOT));
            statement.setObject(3, change.entityId());
            statement.setArray(
                    4, connection.createArrayOf("text", change.changedFields().toArray()));
            statement.execute();
        }
    }
}
