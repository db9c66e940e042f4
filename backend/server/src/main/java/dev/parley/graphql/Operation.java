package dev.parley.graphql;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.http.Deadlines;
import dev.parley.persistence.Mode;
import dev.parley.persistence.OpenTransaction;
import dev.parley.persistence.Persistence;
import dev.parley.persistence.PersistenceException;
import dev.parley.persistence.Transaction;
import dev.parley.persistence.Work;
import dev.parley.security.Caller;
import dev.parley.security.Identity;
import dev.parley.security.Membership;
import dev.parley.security.Role;
import graphql.schema.DataFetchingEnvironment;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One GraphQL operation on its thread: who asks, and the transaction it reads in. All reads of a query share one read-only
 * transaction, opened when the first one needs it. A mutation's root field writes in a transaction of its own, which ends
 * with the field, so that its failure is that field's and the event feed's lock is short; what the client selects of the
 * result is read afterwards. When its time is up, the database stops working for it, and it gets no further transaction.
 */
public final class Operation implements AutoCloseable {

    private static final UUID NOWHERE = new UUID(0, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_OF_STREAMS = Duration.ofSeconds(60);

    /** How much later the database ends a statement by itself: the deadline comes first, or nobody knows that it was one. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Persistence persistence;
    private final Shares shares;
    private final Deadlines deadlines;
    private final Caller caller;
    private final String requestId;
    private final boolean streams;
    private boolean oneMoment;
    private @Nullable OpenTransaction reading;
    private @Nullable Transaction writing;
    private @Nullable Runnable leave;
    private Map<String, Object> given = Map.of();
    private long since = System.nanoTime();
    private volatile boolean timeIsUp;
    private @Nullable PersistenceException notBegun;
    private boolean nobodys;
    private boolean begun;
    private boolean outdated;
    private boolean ofOutdatedCaller;
    private @Nullable Future<?> watch;

    public Operation(
            Persistence persistence,
            Shares shares,
            Deadlines deadlines,
            Caller caller,
            String requestId,
            boolean streams) {
        this.persistence = persistence;
        this.shares = shares;
        this.deadlines = deadlines;
        this.caller = caller;
        this.requestId = requestId;
        this.streams = streams;
    }

    /** In a client that does not exist, as somebody who does not. */
    public static Operation ofNobody(Persistence persistence, Shares shares, Deadlines deadlines) {
        var nobody = new Identity(Identity.Kind.PERSON, NOWHERE, null, Instant.MAX);
        var membership = new Membership(NOWHERE, "", Role.OWNER);
        var caller = new Caller(nobody, List.of(membership), membership);
        var operation = new Operation(persistence, shares, deadlines, caller, "", false);
        operation.nobodys = true;
        return operation;
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

    /** For the engine, which knows them. */
    public void given(Map<String, Object> arguments) {
        given = arguments;
    }

    public String requestId() {
        return requestId;
    }

    /** All it reads is of one moment. */
    public void ofOneMoment() {
        oneMoment = true;
    }

    /**
     * For an operation that has nothing to show.
     *
     * @throws ParleyException TIMEOUT when its time is up
     * @throws PersistenceException when the database could not be reached
     */
    public void requireTimeAndDatabase() {
        if (timeIsUp || notBegun == null) {
            remaining();
        }
        if (notBegun != null) {
            throw notBegun;
        }
    }

    /** @throws CallerOutdated when the caller's rights had changed before anything was read or written */
    public void requireCurrentCaller() {
        if (outdated) {
            throw new CallerOutdated();
        }
    }

    /** Whether a transaction found that the caller's rights are not those they came with. */
    public boolean isOfOutdatedCaller() {
        return ofOutdatedCaller;
    }

    /**
     * The transaction to work in.
     *
     * @throws ParleyException TIMEOUT when the operation's time is up
     */
    public Transaction transaction() {
        if (writing == null && reading == null) {
            reading = begin(oneMoment ? Mode.READ_ONE_MOMENT : Mode.READ);
        } else {
            remaining(); // throws when its time is up
        }
        return writing != null ? writing : reading.transaction();
    }

    /**
     * Asks another service, with no transaction open meanwhile: what was read before and what is read after are of two moments.
     * Only where all has to be of one moment, and reading has begun, it stays open.
     */
    public <T> T apart(Supplier<T> question) {
        if (!oneMoment) {
            close();
        }
        return question.get();
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

    /** For the engine, around a mutation's root field. */
    public <T extends @Nullable Object> T write(Work<T> work) {
        close(); // what is read after the write must see it
        var open = begin(Mode.WRITE);
        try {
            writing = open.transaction();
            T result = open.run(work);
            open.commit();
            return result;
        } finally {
            writing = null;
            end(open);
        }
    }

    @Override
    public void close() {
        if (reading != null) {
            var open = reading;
            reading = null;
            end(open);
        }
    }

    private OpenTransaction begin(Mode mode) {
        var context = caller.context();
        leave = shares.enter(
                caller.inClient().clientId(), streams ? PATIENCE_OF_STREAMS : least(PATIENCE, remaining()));
        try {
            if (streams) { // each event has its own time
                since = System.nanoTime();
                timeIsUp = false;
            }
            var open = persistence.begin(context, mode, remaining().plus(GRACE));
            requireCurrent(open);
            watch = deadlines.after(remaining(), () -> {
                timeIsUp = true;
                open.cancel();
            });
            return open;
        } catch (PersistenceException e) {
            notBegun = e;
            leave();
            throw e;
        } catch (RuntimeException e) {
            leave();
            throw e;
        }
    }

    /** Memberships are remembered for a while; what counts is what this transaction sees. */
    private void requireCurrent(OpenTransaction open) {
        if (!nobodys && !open.transaction().isOfCurrentMember()) {
            open.close();
            outdated = !begun;
            ofOutdatedCaller = true;
            throw new CallerOutdated();
        }
        begun = true;
    }

    private void end(OpenTransaction open) {
        if (watch != null) {
            watch.cancel(false);
            watch = null;
        }
        open.close();
        leave();
    }

    private void leave() {
        if (leave != null) {
            leave.run();
            leave = null;
        }
    }

    private Duration remaining() {
        var left = deadlines.limit().minusNanos(System.nanoTime() - since);
        if (timeIsUp || !left.isPositive()) {
            timeIsUp = true;
            throw new ParleyException(
                    ErrorCode.TIMEOUT,
                    "Not done within " + deadlines.limit().toMillis() / 1_000.0 + " s: ask for less at once");
        }
        return left;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
