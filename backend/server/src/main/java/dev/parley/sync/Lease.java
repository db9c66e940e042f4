package dev.parley.sync;

import dev.parley.persistence.Context;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.PersistenceException;
import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run's hold on its client, kept alive while the run waits for ElevenLabs. */
final class Lease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final Persistence persistence;
    private final SyncCursors cursors;
    private final UUID clientId;
    private final String owner;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean lost;

    Lease(Persistence persistence, SyncCursors cursors, UUID clientId, String owner) {
        this.persistence = persistence;
        this.cursors = cursors;
        this.clientId = clientId;
        this.owner = owner;
        Thread.ofVirtual().name("parley-sync-lease").start(this::keep);
    }

    /** Call first in every transaction of the run that writes. */
    void check(Transaction transaction) throws SQLException {
        cursors.renew(transaction, owner);
    }

    /** Whom it holds. */
    UUID clientId() {
        return clientId;
    }

    boolean lost() {
        return lost;
    }

    @Override
    public void close() {
        over.countDown();
        try {
            persistence.inClient(Context.jobs(clientId), Mode.WRITE, transaction -> {
                cursors.release(transaction, owner);
                return null;
            });
        } catch (PersistenceException e) {
            LOG.warn("A sync lease could not be given back; it runs out by itself", e);
        }
    }

    private void keep() {
        try {
            while (!over.await(cursors.lease().toMillis() / 4, TimeUnit.MILLISECONDS)) {
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        try {
            persistence.inClient(Context.jobs(clientId), Mode.WRITE, transaction -> {
                cursors.renew(transaction, owner);
                return null;
            });
        } catch (SyncCursors.LeaseLostException e) {
            lost = true;
            over.countDown();
        } catch (PersistenceException e) {
            LOG.warn("A sync lease could not be renewed, trying again", e);
        }
    }
}
