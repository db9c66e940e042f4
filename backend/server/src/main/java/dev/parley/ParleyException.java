package dev.parley;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure with a code. The message is written for the client; what only an operator should see belongs in the cause. */
public class ParleyException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable Duration retryAfter;

    public ParleyException(ErrorCode code, String publicMessage) {
        this(code, publicMessage, null, null);
    }

    public ParleyException(ErrorCode code, String publicMessage, @Nullable Throwable cause) {
        this(code, publicMessage, cause, null);
    }

    /** @param retryAfter when the same may succeed; null: nobody knows */
    public ParleyException(
            ErrorCode code, String publicMessage, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        super(publicMessage, cause);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public ErrorCode code() {
        return code;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
