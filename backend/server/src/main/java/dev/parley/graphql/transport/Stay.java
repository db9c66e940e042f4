package dev.parley.graphql.transport;

import dev.parley.security.Caller;
import dev.parley.security.Callers;
import java.time.Clock;
import java.util.Optional;

/** Whether somebody who was let in may stay, with the rights they came in with. */
record Stay(Callers callers, Clock clock) {

    /** Why their connection has to end; empty while it has not, and while nobody can tell. */
    Optional<SocketClose> end(Caller caller) {
        var lost = callers.lost(caller, clock.instant()).map(SocketClose::of);
        return lost.isPresent() || isInTheSameRole(caller) ? lost : Optional.of(SocketClose.ROLE_CHANGED);
    }

    /** Why it has to end now that the database has refused what they had been let in for. */
    SocketClose endOfOutdated(Caller caller) {
        callers.forget(caller); // what is remembered of them is from before
        return end(caller).orElse(SocketClose.ROLE_CHANGED);
    }

    private boolean isInTheSameRole(Caller caller) {
        try {
            return callers.current(caller).isInRoleOf(caller); // looked up a moment ago
        } catch (RuntimeException e) {
            return true; // gone in this moment, or nobody can tell: the next look will
        }
    }
}
