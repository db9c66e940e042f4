package dev.parley.persistence;

import java.io.Serial;
import java.sql.SQLException;

/** The database refused or was away. Never shown to a client as it is. */
public final class PersistenceException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public PersistenceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the statement ran into its time limit (SQLSTATE 57014). */
    public boolean timedOut() {
        return hasState("57014");
    }

    /** Whether a value was to blame (SQLSTATE classes 22 and 23), so that the same again would fail again. */
    public boolean isOfContent() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e
                    && e.getSQLState() != null
                    && (e.getSQLState().startsWith("22") || e.getSQLState().startsWith("23"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether any cause carries this SQLSTATE. */
    public boolean hasState(String sqlState) {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && sqlState.equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
