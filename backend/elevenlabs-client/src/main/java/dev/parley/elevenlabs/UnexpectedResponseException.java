package dev.parley.elevenlabs;

import java.io.Serial;

/** What arrived is not what the API promises: broken JSON, or a field missing that must be there. */
public final class UnexpectedResponseException extends ElevenLabsException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnexpectedResponseException(String message) {
        super(message);
    }

    public UnexpectedResponseException(String message, Throwable cause) {
        super(message, cause);
    }
}
