package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.World;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes calls happen: they are on record, and their client hears of them. */
public final class Calls {

    /** @param webhook how telling went; null when nobody was told */
    public record Played(String conversationId, @Nullable Attempt webhook) {}

    private final World world;
    private final Conversations conversations;
    private final Webhooks webhooks;

    public Calls(World world, Webhooks webhooks, Clock clock) {
        this.world = world;
        this.webhooks = webhooks;
        this.conversations = new Conversations(clock);
    }

    /**
     * @param detail a conversation as the API gives it; its agent decides whose it is
     * @throws UnknownAgentException when no client has such an agent
     */
    public Played play(ObjectNode detail, boolean sendWebhook) {
        var recorded = record(detail);
        return new Played(recorded.conversationId(), sendWebhook ? webhooks.send(recorded.transcription()) : null);
    }

    /** As {@link #play}, and waits for a receiver that is not there yet. */
    public Played playPatiently(ObjectNode detail) {
        var recorded = record(detail);
        return new Played(recorded.conversationId(), webhooks.sendPatiently(recorded.transcription()));
    }

    /** Tells once more; the body is the same as before. */
    Attempt repeat(Recorded recorded, boolean audio) {
        return webhooks.send(audio ? recorded.audio() : recorded.transcription());
    }

    Optional<Recorded> find(Client client, String conversationId) {
        return conversations.find(client, conversationId);
    }

    /** One conversation id may be on record for several clients. */
    Stream<Recorded> find(String conversationId) {
        return world.clients().stream().flatMap(client -> find(client, conversationId).stream());
    }

    List<Attempt> attempts(String conversationId) {
        return webhooks.attempts(conversationId);
    }

    private Recorded record(ObjectNode detail) {
        var agentId = Optional.ofNullable(Json.text(detail, "agent_id")).orElse("");
        var client = world.clientOfAgent(agentId).orElseThrow(UnknownAgentException::new);
        return conversations.record(client, detail);
    }
}
