package dev.parley.graphql;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;

/** The caller's membership is not what it was a moment ago; whoever looks it up again knows more. */
public final class CallerOutdated extends ParleyException {

    private static final long serialVersionUID = 1L;

    CallerOutdated() {
        super(ErrorCode.FORBIDDEN, "Your rights in this client have just changed; try again");
    }
}
