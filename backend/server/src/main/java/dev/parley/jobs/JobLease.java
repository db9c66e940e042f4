package dev.parley.jobs;

import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.PersistenceException;
import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run's hold on its job, kept while the run waits for others. */
final class JobLease {

    private static final Logger LOG = LoggerFactory.getLogger(JobLease.class);

    private final Persistence persistence;
    private final JobStates states;
    private final JobId id;
    private final String owner;
    private final Duration length;
    private final BackgroundLoop keeping;
    private volatile boolean lost;

    JobLease(Persistence persistence, JobStates states, JobId id, String owner, Duration length) {
        this.persistence = persistence;
        this.states = states;
        this.id = id;
        this.owner = owner;
        this.length = length;
        this.keeping = BackgroundLoop.startLater("parley-job-lease", () -> length.dividedBy(4), this::keep);
    }

    boolean isLost() {
        return lost;
    }

    /** @throws LeaseLostException when it is another run's */
    void renew(Transaction transaction) throws SQLException {
        if (!states.renew(transaction, id.job(), owner, length)) {
            throw new LeaseLostException();
        }
    }

    /** The run is over. */
    void giveBack(JobResult result) {
        keeping.stop();
        try {
            persistence.inClient(id.context(), Mode.WRITE, transaction -> {
                states.release(transaction, id.job(), owner, result);
                return null;
            });
        } catch (PersistenceException e) {
            LOG.warn("The lease of {} could not be given back; it runs out by itself", id, e);
        }
    }

    private void keep() {
        try {
            persistence.inClient(id.context(), Mode.WRITE, transaction -> {
                renew(transaction);
                return null;
            });
        } catch (LeaseLostException e) {
            lost = true;
            keeping.stop();
        } catch (PersistenceException e) { // no backoff: the lease would run out meanwhile
            LOG.warn("The lease of {} could not be renewed, trying again", id, e);
        }
    }
}
