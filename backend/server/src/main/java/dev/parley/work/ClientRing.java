package dev.parley.work;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is: round robin over the clients that have due work, one item a turn. However much one client has, each of the
 * others waits for one item of it.
 */
final class ClientRing {

    private final int perClient;
    private final LinkedHashSet<UUID> waiting = new LinkedHashSet<>();
    private final Map<UUID, Integer> working = new HashMap<>();
    private final Set<UUID> offeredMeanwhile = new HashSet<>();

    ClientRing(int perClient) {
        this.perClient = perClient;
    }

    /** They have due work; who is new comes last. */
    synchronized void offer(Collection<UUID> clientIds) {
        for (var clientId : clientIds) {
            int inWork = working.getOrDefault(clientId, 0);
            if (inWork < perClient) {
                waiting.add(clientId);
            }
            if (inWork > 0) {
                offeredMeanwhile.add(clientId);
            }
        }
    }

    /** @return the client to do one item of, null when there is none now */
    synchronized @Nullable UUID take() {
        if (waiting.isEmpty()) {
            return null;
        }
        var clientId = waiting.removeFirst();
        if (working.merge(clientId, 1, Integer::sum) < perClient) {
            waiting.add(clientId);
        }
        return clientId;
    }

    /** @param found whether there was an item: then there may be another */
    synchronized void done(UUID clientId, boolean found) {
        working.computeIfPresent(clientId, (id, number) -> number == 1 ? null : number - 1);
        if (offeredMeanwhile.remove(clientId) || found) {
            waiting.add(clientId);
        } else {
            waiting.remove(clientId);
        }
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }
}
