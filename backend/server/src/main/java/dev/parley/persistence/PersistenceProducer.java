package dev.parley.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the one {@link Persistence} of the node, after checking that it may run on this database at all. */
@ApplicationScoped
class PersistenceProducer {

    @Produces
    @Singleton
    Persistence persistence() {
        var persistence = new Persistence(DatabaseSettings.from(ConfigProvider.getConfig()));
        new StartupChecks(persistence).run();
        return persistence;
    }

    void close(@Disposes Persistence persistence) {
        persistence.close();
    }
}
