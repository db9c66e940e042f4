package dev.parley;

import dev.parley.persistence.SqlFailure;
import java.net.BindException;
import org.jspecify.annotations.Nullable;

/** What an operator is told when the server does not start. */
final class StartFailure {

    private StartFailure() {}

    /** One sentence, whatever has happened. */
    static String sentence(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartException known) {
                return String.valueOf(known.getMessage());
            }
            if (cause instanceof BindException) {
                return "PARLEY_HOST and PARLEY_PORT name an address that is in use or not of this machine: write another one";
            }
        }
        return SqlFailure.behind(failure)
                .map(sql -> "The database failed while the server was starting (" + sql
                        + "): look whether DATABASE_URL and JOBS_DATABASE_URL can be reached")
                .orElse("An unexpected " + failure.getClass().getSimpleName()
                        + " ended the start: PARLEY_LOG_LEVEL=DEBUG shows where");
    }
}
