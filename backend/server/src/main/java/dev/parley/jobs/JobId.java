package dev.parley.jobs;

import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job of one client, or of the installation.
 *
 * @param clientId null: the installation's
 */
record JobId(String job, @Nullable UUID clientId) {

    /** In which its transactions run. */
    Context context() {
        return clientId == null ? Context.system(DatabaseRole.JOBS) : Context.jobs(clientId);
    }

    @Override
    public String toString() {
        return clientId == null ? job : job + " of client " + clientId;
    }
}
