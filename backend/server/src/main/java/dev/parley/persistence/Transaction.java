package dev.parley.persistence;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An open transaction in a context. Entities and plain SQL of one transaction share one connection. Belongs to the thread
 * that opened it.
 */
public final class Transaction {

    /** SQL that must be the transaction's last. */
    @FunctionalInterface
    public interface LastAct {
        void run(Connection connection) throws SQLException;
    }

    private final Context context;
    private final @Nullable String roleNow;
    private final Connection connection;
    private final Function<Connection, EntityManager> entityManagers;
    private @Nullable EntityManager entities;
    private final List<LastAct> lastActs = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    /** @param entityManagers make one that works, and ends, on the given connection */
    Transaction(
            Context context,
            @Nullable String roleNow,
            Connection connection,
            Function<Connection, EntityManager> entityManagers) {
        this.context = context;
        this.roleNow = roleNow;
        this.connection = connection;
        this.entityManagers = entityManagers;
    }

    public Context context() {
        return context;
    }

    /** Whether the member behind the context still is one, in the same role. */
    public boolean isOfCurrentMember() {
        return context.memberRole().equals(roleNow);
    }

    /** Made when first asked for: most reading needs none. */
    public EntityManager entities() {
        if (entities == null) {
            entities = entityManagers.apply(connection);
        }
        return entities;
    }

    /** Pending entity changes are flushed first, so that SQL sees them. */
    public Connection connection() {
        flush();
        return connection;
    }

    /** Without a flush: for who looks at it from outside. */
    Connection rawConnection() {
        return connection;
    }

    /** Runs after everything else of the transaction, just before its commit. */
    public void last(LastAct act) {
        lastActs.add(act);
    }

    /** Runs once the commit is through, never after a rollback. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void commit() throws SQLException {
        if (entities == null) {
            connection.commit();
        } else {
            entities.getTransaction().commit();
        }
    }

    void finish() throws SQLException {
        flush();
        for (var act : lastActs) {
            act.run(connection);
        }
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    /** Gives the connection back; what was not committed is undone. */
    void end() throws SQLException {
        if (entities == null) {
            connection.close(); // the pool rolls back
        } else {
            try (var open = entities) {
                if (open.getTransaction().isActive()) {
                    open.getTransaction().rollback();
                }
            }
        }
    }

    private void flush() {
        if (entities != null && entities.getTransaction().isActive()) {
            entities.flush();
        }
    }
}
