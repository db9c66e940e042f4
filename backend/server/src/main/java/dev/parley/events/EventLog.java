package dev.parley.events;

import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;

/** Writes changes into the feed, in the transaction that makes them. */
@ApplicationScoped
public class EventLog {

    /** A changed field's name holds none. */
    private static final String SEPARATOR = ",";

    private final Map<Transaction, List<Change>> waiting = Collections.synchronizedMap(new WeakHashMap<>());
    private final Wakeup wakeup;

    @Inject
    public EventLog(Wakeup wakeup) {
        this.wakeup = wakeup;
    }

    /** Appends at the very end of the transaction: the client's feed is locked from there to the commit. */
    public void append(Transaction transaction, Change change) {
        waiting.computeIfAbsent(transaction, this::writeLast).add(change);
    }

    private List<Change> writeLast(Transaction transaction) {
        var changes = new ArrayList<Change>();
        transaction.last(connection -> insert(connection, changes));
        transaction.afterCommit(wakeup::changed);
        return changes;
    }

    /** All of a transaction's at once, in their order: sync makes dozens. */
    private static void insert(Connection connection, List<Change> changes) throws SQLException {
        try (var statement = connection.prepareStatement("select private.append_events(?, ?, ?, ?)")) {
            statement.setArray(1, array(connection, "text", changes, change -> change.entity()
                    .name()));
            statement.setArray(2, array(connection, "text", changes, change -> change.type()
                    .name()
                    .toLowerCase(Locale.ROOT)));
            statement.setArray(3, array(connection, "uuid", changes, Change::entityId));
            statement.setArray(
                    4, array(connection, "text", changes, change -> String.join(SEPARATOR, change.changedFields())));
            statement.execute();
        }
    }

    private static Array array(
            Connection connection, String type, List<Change> changes, Function<Change, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, changes.stream().map(column).toArray());
    }
}
