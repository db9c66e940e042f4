package dev.parley.sandbox.elevenlabs;

import dev.parley.sandbox.world.Client;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * The conversations of all agents. A client's conversations are its own. Of those whose detail takes memory the newest few
 * thousand are kept; those that can be told again at any time, all.
 */
final class Conversations {

    private record Key(UUID clientId, String conversationId) {}

    private final Map<Key, Recorded> byId = new LinkedHashMap<>();
    private final Map<UUID, NavigableMap<Place, Recorded>> byTime = new LinkedHashMap<>();
    private final Map<Key, Boolean> held = new LinkedHashMap<>();
    private final int mostHeld;

    /** @param mostHeld how many to keep whole; the oldest others are forgotten */
    Conversations(int mostHeld) {
        this.mostHeld = mostHeld;
    }

    /** Keeps a conversation; one with the same id is replaced. */
    synchronized void record(Recorded conversation) {
        var key = key(conversation);
        forget(key);
        byId.put(key, conversation);
        inOrder(conversation.client()).put(Place.of(conversation.row()), conversation);
        if (conversation.isHeld()) {
            held.put(key, true);
            if (held.size() > mostHeld) {
                forget(held.keySet().iterator().next());
            }
        }
    }

    /** Changes a conversation while nobody else does. */
    synchronized Optional<Recorded> replace(Client client, String conversationId, Function<Recorded, Recorded> change) {
        var changed = find(client, conversationId).map(change);
        changed.ifPresent(this::record);
        return changed;
    }

    /** Forgets a conversation, as when it is deleted. */
    synchronized Optional<Recorded> remove(Client client, String conversationId) {
        var gone = find(client, conversationId);
        gone.ifPresent(conversation -> forget(key(conversation)));
        return gone;
    }

    synchronized Optional<Recorded> find(Client client, String conversationId) {
        return Optional.ofNullable(byId.get(new Key(client.id(), conversationId)));
    }

    /** A page of a client's conversations. */
    synchronized Listing list(Client client, ListQuery query) {
        return query.take(inOrder(client));
    }

    private void forget(Key key) {
        var gone = byId.remove(key);
        held.remove(key);
        if (gone != null) {
            inOrder(gone.client()).remove(Place.of(gone.row()));
        }
    }

    private NavigableMap<Place, Recorded> inOrder(Client client) {
        return byTime.computeIfAbsent(client.id(), id -> new TreeMap<>());
    }

    private static Key key(Recorded conversation) {
        return new Key(conversation.client().id(), conversation.conversationId());
    }
}
