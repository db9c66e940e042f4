package dev.parley.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's or the pool's failures mean for whoever asked. */
public enum SqlFailure {
    /** The statement ran into its time limit. */
    TIMED_OUT,
    /** The database is away, or all connections are in use: trying again helps. */
    UNAVAILABLE,
    /** A value cannot be stored or compared: the same again fails again. */
    CONTENT,
    OTHER;

    /** A database that accepts no connections; a pooler tells it in the middle of one. */
    private static final String CLOSED = "55000";

    /** Looks through a failure's causes; empty when no SQL is behind it. */
    public static Optional<SqlFailure> behind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(of(sql));
            }
        }
        return Optional.empty();
    }

    private static SqlFailure of(SQLException failure) {
        var state = failure.getSQLState();
        if (failure instanceof SQLTransientConnectionException) {
            return UNAVAILABLE;
        }
        if (state == null) {
            return OTHER;
        }
        if (state.equals("57014")) {
            return TIMED_OUT;
        }
        if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53") || state.equals(CLOSED)) {
            return UNAVAILABLE;
        }
        return state.startsWith("22") || state.startsWith("23") ? CONTENT : OTHER;
    }
}
