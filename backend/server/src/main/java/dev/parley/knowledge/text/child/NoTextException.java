package dev.parley.knowledge.text.child;

import dev.parley.knowledge.text.TextFailure;
import java.io.Serial;

/** Ends the reading of a file for a reason that is known; goes through parsers, which let runtime exceptions pass or wrap them. */
final class NoTextException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final TextFailure reason;

    NoTextException(TextFailure reason) {
        super(reason.name());
        this.reason = reason;
    }

    TextFailure reason() {
        return reason;
    }
}
