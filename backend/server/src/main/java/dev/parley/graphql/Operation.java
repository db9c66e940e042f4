package dev.parley.graphql;

import dev.parley.persistence.Mode;
import dev.parley.persistence.OpenTransaction;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.PersistenceException;
import dev.parley.persistence.Transaction;
import dev.parley.persistence.Work;
import dev.parley.security.Caller;
import graphql.schema.DataFetchingEnvironment;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One GraphQL operation on its thread: who asks, and the transaction it reads in. All reads of a query share one read-only
 * transaction, opened when the first one needs it. A mutation's root field writes in a transaction of its own, which ends
 * with the field, so that its failure is that field's and the event feed's lock is short; what the client selects of the
 * result is read afterwards.
 */
public final class Operation implements AutoCloseable {

    private final Persistence persistence;
    private final Shares shares;
    private final Caller caller;
    private final String requestId;
    private final boolean streams;
    private @Nullable OpenTransaction reading;
    private @Nullable Transaction writing;
    private @Nullable Runnable leave;
    private Map<String, Object> given = Map.of();

    Operation(Persistence persistence, Shares shares, Caller caller, String requestId, boolean streams) {
        this.persistence = persistence;
        this.shares = shares;
        this.caller = caller;
        this.requestId = requestId;
        this.streams = streams;
    }

    public static Operation of(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().get(Operation.class);
    }

    public Caller caller() {
        return caller;
    }

    /** The root field's arguments as the client gave them: here a null is there, and what was left out is not. */
    public Map<String, Object> given() {
        return given;
    }

    void given(Map<String, Object> arguments) {
        given = arguments;
    }

    public String requestId() {
        return requestId;
    }

    /** Whether this is a subscription: then each event reads in a transaction of its own. */
    boolean streams() {
        return streams;
    }

    /** The transaction to work in. */
    public Transaction transaction() {
        if (writing != null) {
            return writing;
        }
        if (reading == null) {
            var context = caller.context();
            enter();
            try {
                reading = persistence.begin(context, Mode.READ);
            } catch (RuntimeException e) {
                leave();
                throw e;
            }
        }
        return reading.transaction();
    }

    /**
     * Plain SQL in the transaction.
     *
     * @throws PersistenceException when the database refuses
     */
    public <T extends @Nullable Object> T read(Work<T> work) {
        try {
            return work.run(transaction());
        } catch (SQLException e) {
            throw new PersistenceException("A statement failed", e);
        }
    }

    <T extends @Nullable Object> T write(Work<T> work) {
        close(); // what is read after the write must see it
        var context = caller.context();
        enter();
        try {
            return persistence.inClient(context, Mode.WRITE, transaction -> {
                writing = transaction;
                try {
                    return work.run(transaction);
                } finally {
                    writing = null;
                }
            });
        } finally {
            leave();
        }
    }

    @Override
    public void close() {
        if (reading != null) {
            reading.close();
            reading = null;
        }
        leave();
    }

    private void enter() {
        leave = shares.enter(caller.inClient().clientId(), streams);
    }

    private void leave() {
        if (leave != null) {
            leave.run();
            leave = null;
        }
    }
}
