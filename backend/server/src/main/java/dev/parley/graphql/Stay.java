package dev.parley.graphql;

import dev.parley.security.Caller;
import dev.parley.security.Callers;
import java.time.Instant;
import java.util.Optional;

/** Whether somebody who was let in may stay, with the rights they came in with. */
final class Stay {

    private Stay() {}

    /** Why their connection has to end; empty while it has not, and while nobody can tell. */
    static Optional<SocketClose> endOf(Caller caller, Callers callers, Instant now) {
        var lost = callers.lost(caller, now).map(SocketClose::of);
        return lost.isPresent() || isInTheSameRole(caller, callers) ? lost : Optional.of(SocketClose.ROLE_CHANGED);
    }

    private static boolean isInTheSameRole(Caller caller, Callers callers) {
        try {
            return callers.current(caller).isInRoleOf(caller); // looked up a moment ago
        } catch (RuntimeException e) {
            return true; // gone in this moment, or nobody can tell: the next look will
        }
    }
}
