package dev.parley.persistence;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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
    private final EntityManager entities;
    private final Connection connection;
    private final List<LastAct> lastActs = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    Transaction(Context context, EntityManager entities, Connection connection) {
        this.context = context;
        this.entities = entities;
        this.connection = connection;
    }

    public Context context() {
        return context;
    }

    public EntityManager entities() {
        return entities;
    }

    /** Pending entity changes are flushed first, so that SQL sees them. */
    public Connection connection() {
        if (entities.getTransaction().isActive()) {
            entities.flush();
        }
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

    void finish() throws SQLException {
        entities.flush();
        for (var act : lastActs) {
            act.run(connection);
        }
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }
}
