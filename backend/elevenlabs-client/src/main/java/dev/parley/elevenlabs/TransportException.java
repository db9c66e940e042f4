package dev.parley.elevenlabs;

import java.io.Serial;

/** No answer arrived: connection refused or cut, or the time-out passed. */
public final class TransportException extends ElevenLabsException {

    @Serial
    private static final long serialVersionUID = 1L;

    TransportException(String message, Throwable cause) {
        super(message, cause);
    }
}
