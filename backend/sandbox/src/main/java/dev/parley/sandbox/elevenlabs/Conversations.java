package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.Client;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The conversations of all agents, the newest few thousand. A client's conversations are its own. */
final class Conversations {

    private static final int MOST_KEPT = 3_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Key(UUID clientId, String conversationId) {}

    private final Map<Key, Recorded> recorded = new LinkedHashMap<>();
    private final Clock clock;

    Conversations(Clock clock) {
        this.clock = clock;
    }

    /** Keeps a conversation; one with the same id is replaced. Without an id it gets one. */
    Recorded record(Client client, ObjectNode detail) {
        if (Json.text(detail, "conversation_id") == null) {
            detail.put("conversation_id", "conv_" + randomId());
        }
        var conversation = Recorded.of(client, detail, clock.instant().getEpochSecond());
        var key = new Key(client.id(), conversation.conversationId());
        synchronized (recorded) {
            recorded.remove(key); // so that it counts as the newest
            recorded.put(key, conversation);
            if (recorded.size() > MOST_KEPT) {
                recorded.remove(recorded.keySet().iterator().next());
            }
        }
        return conversation;
    }

    Optional<Recorded> find(Client client, String conversationId) {
        synchronized (recorded) {
            return Optional.ofNullable(recorded.get(new Key(client.id(), conversationId)));
        }
    }

    private static String randomId() {
        return RANDOM.ints(28, 0, 36)
                .collect(
                        StringBuilder::new,
                        (id, digit) -> id.append(Character.forDigit(digit, 36)),
                        StringBuilder::append)
                .toString();
    }
}
