package dev.parley.persistence;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** A transaction under the caller's control. */
public final class OpenTransaction implements AutoCloseable {

    private final Transaction transaction;
    private boolean ending;

    OpenTransaction(Transaction transaction) {
        this.transaction = transaction;
    }

    public Transaction transaction() {
        return transaction;
    }

    /** @throws PersistenceException when the database refuses */
    public <T extends @Nullable Object> T run(Work<T> work) {
        try {
            return work.run(transaction);
        } catch (SQLException e) {
            throw new PersistenceException("A statement failed", e);
        } catch (jakarta.persistence.PersistenceException | EclipseLinkException e) {
            if (e instanceof OptimisticLockException conflict) {
                throw conflict;
            }
            throw new PersistenceException("A statement failed", e);
        }
    }

    /** @throws PersistenceException when the database refuses; nothing is stored then */
    public void commit() {
        run(open -> {
            open.finish();
            ending();
            open.commit();
            return null;
        });
        transaction.committed();
    }

    /** Stops what the database is doing in it right now, from any thread; does nothing once it commits or is closed. */
    public synchronized void cancel() {
        if (ending) {
            return; // by now the connection may be somebody else's
        }
        try {
            transaction.rawConnection().unwrap(PGConnection.class).cancelQuery();
        } catch (SQLException e) {
            // The database cannot be reached; then the statement ends by its own time limit.
            System.getLogger(OpenTransaction.class.getName())
                    .log(System.Logger.Level.WARNING, "A statement could not be cancelled", e);
        }
    }

    @Override
    public void close() {
        ending();
        try {
            transaction.end();
        } catch (SQLException | jakarta.persistence.PersistenceException | EclipseLinkException e) {
            // The connection is gone; so is the transaction.
            System.getLogger(OpenTransaction.class.getName())
                    .log(System.Logger.Level.DEBUG, "Rollback on a lost connection", e);
        }
    }

    private synchronized void ending() {
        ending = true;
    }
}
