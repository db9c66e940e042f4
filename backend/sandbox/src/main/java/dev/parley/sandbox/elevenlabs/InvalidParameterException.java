package dev.parley.sandbox.elevenlabs;

import dev.parley.sandbox.http.Answer;
import java.io.Serial;

/** A query parameter is not as described. */
final class InvalidParameterException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String type;

    InvalidParameterException(String parameter, String type, String message) {
        super(message);
        this.parameter = parameter;
        this.type = type;
    }

    Answer answer() {
        return Errors.invalid("query", parameter, type, getMessage());
    }
}
