package dev.parley;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Why the server does not start: one sentence for its operator, with the setting at fault and what to write. No secrets. */
public class StartException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    public StartException(String sentence) {
        super(sentence);
    }

    /** @param cause shown at the log level DEBUG only */
    public StartException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
