package dev.parley.retention;

import java.util.List;
import java.util.UUID;

/**
 * Knows things that are kept for a while only, and forgets what is old. A CDI bean. One worker forgets, once an
 * hour; two doing so at once must harm nobody.
 */
public interface Forgetting {

    /** Their name, in the plural, for the log. */
    String what();

    /** Clients of whom there is something old. */
    List<UUID> clientsWithOld();

    /**
     * Forgets some of what is old of a client.
     *
     * @return how many; {@link #atOnce()} when there may be more
     */
    int forgetSome(UUID clientId);

    /** The most that one transaction forgets. */
    int atOnce();

    /** @return how many were forgotten */
    default int forgetOld() {
        int forgotten = 0;
        for (var clientId : clientsWithOld()) {
            int now;
            do {
                now = forgetSome(clientId);
                forgotten += now;
            } while (now == atOnce());
        }
        return forgotten;
    }
}
