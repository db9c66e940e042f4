package dev.parley.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the database. Every transaction begins with a statement that tells the database for whom it works; row
 * level security does the rest.
 */
public final class Persistence implements AutoCloseable {

    private static final String PREAMBLE =
            """
            select set_config('parley.client_id', ?, true), set_config('parley.user_id', ?, true), \
            set_config('parley.role', ?, true), set_config('role', ?, true), \
            set_config('statement_timeout', ?, true), set_config('transaction_read_only', ?, true)""";

    private final Pools pools;
    private final int requestConnections;
    private final Duration statementTimeout;
    private final Map<DatabaseRole.Login, EntityManagerFactory> factories = new EnumMap<>(DatabaseRole.Login.class);

    public Persistence(DatabaseSettings settings) {
        pools = new Pools(settings);
        requestConnections = settings.backendConnections();
        statementTimeout = settings.statementTimeout();
        for (var login : DatabaseRole.Login.values()) {
            factories.put(login, entityManagers(login, pools.of(login)));
        }
    }

    /**
     * Runs work in a transaction of the given context: commits when it returns, rolls back when it throws.
     *
     * @throws PersistenceException when the database refuses or is away
     */
    public <T extends @Nullable Object> T inClient(Context context, Mode mode, Work<T> work) {
        try (var open = begin(context, mode)) {
            T result = open.run(work);
            open.commit();
            return result;
        }
    }

    /** Opens a transaction whose end the caller decides; close without commit rolls back. */
    public OpenTransaction begin(Context context, Mode mode) {
        return begin(context, mode, statementTimeout);
    }

    /** @param most time for each of its statements; never more than usual */
    public OpenTransaction begin(Context context, Mode mode, Duration most) {
        EntityManager entities = factories.get(context.databaseRole().login()).createEntityManager();
        try {
            entities.getTransaction().begin();
            var connection = entities.unwrap(Connection.class);
            enter(connection, context, mode, most.compareTo(statementTimeout) < 0 ? most : statementTimeout);
            return new OpenTransaction(new Transaction(context, entities, connection));
        } catch (SQLException | RuntimeException e) { // EclipseLink throws exceptions of its own, too
            OpenTransaction.abandon(entities);
            throw new PersistenceException("No transaction could be opened", e);
        }
    }

    /** How many connections requests share. */
    public int requestConnections() {
        return requestConnections;
    }

    /** The pool behind a role, for what needs a connection of its own, such as listening. */
    public DataSource jobsDataSource() {
        return pools.of(DatabaseRole.Login.JOBS);
    }

    DataSource backendDataSource() {
        return pools.of(DatabaseRole.Login.BACKEND);
    }

    @Override
    public void close() {
        factories.values().forEach(EntityManagerFactory::close);
        pools.close();
    }

    private static void enter(Connection connection, Context context, Mode mode, Duration statementTimeout)
            throws SQLException {
        if (mode == Mode.READ_ONE_MOMENT) {
            try (var statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read");
            }
        }
        try (var preamble = connection.prepareStatement(PREAMBLE)) {
            preamble.setString(1, text(context.clientId()));
            preamble.setString(2, text(context.userId()));
            preamble.setString(3, context.memberRole());
            preamble.setString(4, context.databaseRole().sqlName());
            preamble.setString(5, Long.toString(Math.max(1, statementTimeout.toMillis()))); // 0 would mean: for ever
            preamble.setString(6, mode == Mode.WRITE ? "off" : "on");
            preamble.execute();
        }
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    private static EntityManagerFactory entityManagers(DatabaseRole.Login login, DataSource pool) {
        return jakarta.persistence.Persistence.createEntityManagerFactory(
                "parley",
                Map.of(
                        "jakarta.persistence.nonJtaDataSource",
                        pool,
                        // Two pools, two sessions: without names of their own the second would get the first one's.
                        "eclipselink.session-name",
                        "parley-" + login));
    }
}
