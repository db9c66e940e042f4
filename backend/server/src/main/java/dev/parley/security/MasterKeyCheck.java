package dev.parley.security;

import dev.parley.StartException;
import dev.parley.persistence.Context;
import dev.parley.persistence.DatabaseRole;
import dev.parley.persistence.Mode;
import dev.parley.persistence.Persistence;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Refuses to start without the master keys that the stored secrets need, whatever the node's roles are: otherwise the first
 * webhook would find out.
 */
@ApplicationScoped
class MasterKeyCheck {

    /** A client created under a wrong key would be one more that the right key cannot open. */
    private static final int BEFORE_CLIENTS_ARE_CREATED = 300;

    private final Persistence persistence;
    private final Credentials credentials;

    @Inject
    MasterKeyCheck(Persistence persistence, Credentials credentials) {
        this.persistence = persistence;
        this.credentials = credentials;
    }

    void start(@Observes @Priority(BEFORE_CLIENTS_ARE_CREATED) @Initialized(ApplicationScoped.class) Object started) {
        persistence.inClient(Context.system(DatabaseRole.JOBS), Mode.READ, transaction -> {
            try {
                credentials.openOneOfEachKey(transaction);
            } catch (IllegalStateException e) {
                throw new StartException(String.valueOf(e.getMessage()), e);
            }
            return null;
        });
    }
}
