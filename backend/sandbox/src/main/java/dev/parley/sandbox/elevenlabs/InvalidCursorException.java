package dev.parley.sandbox.elevenlabs;

import java.io.Serial;

/** A cursor that no list has given. */
final class InvalidCursorException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    InvalidCursorException() {
        super("The cursor is not valid.");
    }
}
