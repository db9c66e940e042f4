package dev.parley.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.jspecify.annotations.Nullable;

/** A transaction under the caller's control. */
public final class OpenTransaction implements AutoCloseable {

    private final Transaction transaction;

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
            open.entities().getTransaction().commit();
            return null;
        });
        transaction.committed();
    }

    @Override
    public void close() {
        abandon(transaction.entities());
    }

    static void abandon(EntityManager entities) {
        try {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
        } catch (jakarta.persistence.PersistenceException | EclipseLinkException e) {
            // The connection is gone; so is the transaction.
            System.getLogger(OpenTransaction.class.getName())
                    .log(System.Logger.Level.DEBUG, "Rollback on a lost connection", e);
        } finally {
            entities.close();
        }
    }
}
