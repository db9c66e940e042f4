package dev.parley.jobs;

import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.Work;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run of a job, while it goes on. */
public final class JobRun {

    private final JobId id;
    private final String node;
    private final boolean askedFor;
    private final JobLease lease;
    private final Persistence persistence;

    JobRun(JobId id, String node, boolean askedFor, JobLease lease, Persistence persistence) {
        this.id = id;
        this.node = node;
        this.askedFor = askedFor;
        this.lease = lease;
        this.persistence = persistence;
    }

    /** @throws IllegalStateException when it is a job of the installation */
    public UUID clientId() {
        if (id.clientId() == null) {
            throw new IllegalStateException(id + " is a job of the installation");
        }
        return id.clientId();
    }

    /** The name of this process, for people. */
    public String node() {
        return node;
    }

    /** Whether somebody asked for it; else it was time. */
    public boolean isAskedFor() {
        return askedFor;
    }

    /** Whether another run has taken over, as far as this one knows: then it need not go on. */
    public boolean isLost() {
        return lease.isLost();
    }

    /**
     * Writes in the job's client, only while the lease is this run's.
     *
     * @throws LeaseLostException when another run has taken over: nothing was written
     */
    public <T extends @Nullable Object> T write(Work<T> work) {
        if (isLost()) {
            throw new LeaseLostException();
        }
        return persistence.inClient(id.context(), Mode.WRITE, transaction -> {
            lease.renew(transaction);
            return work.run(transaction);
        });
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
