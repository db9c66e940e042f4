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

    /** Whether the statement ran into its time limit. */
    public boolean timedOut() {
        return means(SqlFailure.TIMED_OUT);
    }

    /** Whether a value was to blame, so that the same again would fail again. */
    public boolean isOfContent() {
        return means(SqlFailure.CONTENT);
    }

    private boolean means(SqlFailure failure) {
        return SqlFailure.behind(this).filter(failure::equals).isPresent();
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
