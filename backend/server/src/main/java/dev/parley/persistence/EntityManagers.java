package dev.parley.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;

/** Makes entity managers that join a transaction which is open already. */
final class EntityManagers implements AutoCloseable {

    private final JoinedDataSource source;
    private final EntityManagerFactory factory;

    /** @param name of the session; two of one name would be one */
    EntityManagers(String name, DataSource pool) {
        source = new JoinedDataSource(pool);
        factory = jakarta.persistence.Persistence.createEntityManagerFactory(
                "parley", Map.of("jakarta.persistence.nonJtaDataSource", source, "eclipselink.session-name", name));
    }

    /** From now on the connection is the entity manager's: it commits, rolls back and gives it back. */
    EntityManager on(Connection connection) {
        var entities = factory.createEntityManager();
        source.handOut(connection, () -> {
            entities.getTransaction().begin();
            entities.unwrap(Connection.class); // takes it
        });
        return entities;
    }

    @Override
    public void close() {
        factory.close();
    }
}
