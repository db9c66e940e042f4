package dev.parley.sandbox.http;

import java.io.IOException;
import java.io.Serial;

/** A request's body is longer than its route takes. */
public final class BodyTooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("The body is too large");
    }
}
