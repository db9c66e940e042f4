package dev.parley;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A failure with a code. The message is written for the client; what only an operator should see belongs in the cause. */
public final class ParleyException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public ParleyException(ErrorCode code, String publicMessage) {
        super(publicMessage);
        this.code = code;
    }

    public ParleyException(ErrorCode code, String publicMessage, @Nullable Throwable cause) {
        super(publicMessage, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
