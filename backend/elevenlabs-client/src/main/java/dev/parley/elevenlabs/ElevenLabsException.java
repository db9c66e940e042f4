package dev.parley.elevenlabs;

import java.io.Serial;

/** Any failure of the API or of what it sent. Messages never hold content or keys. */
public class ElevenLabsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public ElevenLabsException(String message) {
        super(message);
    }

    public ElevenLabsException(String message, Throwable cause) {
        super(message, cause);
    }
}
