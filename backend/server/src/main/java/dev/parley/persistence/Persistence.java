package dev.parley.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
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

    /** Goes out together with the preamble: what the caller is in the client as this transaction sees it. */
    private static final String PREAMBLE_OF_MEMBERS = PREAMBLE + "; select private.my_role()";

    private final Pools pools;
    private final int requestConnections;
    private final Duration statementTimeout;
    private final Map<DatabaseRole.Login, EntityManagers> entityManagers = new EnumMap<>(DatabaseRole.Login.class);

    public Persistence(DatabaseSettings settings) {
        pools = new Pools(settings);
        requestConnections = settings.backendConnections();
        statementTimeout = settings.statementTimeout();
        for (var login : DatabaseRole.Login.values()) {
            entityManagers.put(login, new EntityManagers("parley-" + login, pools.of(login)));
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
        var login = context.databaseRole().login();
        Connection connection = null;
        try {
            connection = pools.of(login).getConnection();
            var role = enter(connection, context, mode, most.compareTo(statementTimeout) < 0 ? most : statementTimeout);
            return new OpenTransaction(new Transaction(context, role, connection, entityManagers.get(login)::on));
        } catch (SQLException | RuntimeException e) {
            abandon(connection);
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
        entityManagers.values().forEach(EntityManagers::close);
        pools.close();
    }

    private static @Nullable String enter(Connection connection, Context context, Mode mode, Duration statementTimeout)
            throws SQLException {
        if (mode == Mode.READ_ONE_MOMENT) {
            try (var statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read");
            }
        }
        try (var preamble = connection.prepareStatement(context.isMember() ? PREAMBLE_OF_MEMBERS : PREAMBLE)) {
            preamble.setString(1, text(context.clientId()));
            preamble.setString(2, text(context.userId()));
            preamble.setString(3, context.memberRole());
            preamble.setString(4, context.databaseRole().sqlName());
            preamble.setString(5, Long.toString(Math.max(1, statementTimeout.toMillis()))); // 0 would mean: for ever
            preamble.setString(6, mode == Mode.WRITE ? "off" : "on");
            preamble.execute();
            return context.isMember() ? role(preamble) : null;
        }
    }

    private static @Nullable String role(PreparedStatement preamble) throws SQLException {
        preamble.getMoreResults();
        try (var row = preamble.getResultSet()) {
            row.next();
            return row.getString(1);
        }
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    private static void abandon(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.getLogger(Persistence.class.getName())
                        .log(System.Logger.Level.DEBUG, "A lost connection could not be given back", e);
            }
        }
    }
}
