package dev.parley.sandbox.elevenlabs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.http.Json;
import dev.parley.sandbox.world.Client;
import dev.parley.sandbox.world.World;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes calls happen: they are on record, and their client hears of them. */
public final class Calls {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param webhook how telling went; null when nobody was told */
    public record Played(String conversationId, @Nullable Attempt webhook) {}

    private final World world;
    private final Conversations conversations;
    private final Webhooks webhooks;
    private final Clock clock;

    /** @param mostHeld how many conversations that were played to keep; the oldest others are forgotten */
    public Calls(World world, Webhooks webhooks, Clock clock, int mostHeld) {
        this.conversations = new Conversations(mostHeld);
        this.world = world;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /**
     * Nobody is told of a call that is not over.
     *
     * @param detail a conversation as the API gives it; its agent decides whose it is
     * @throws UnknownAgentException when no client has such an agent
     */
    public Played play(ObjectNode detail, boolean sendWebhook) {
        if (Json.text(detail, "conversation_id") == null) {
            detail.put("conversation_id", "conv_" + randomId());
        }
        var agentId = Optional.ofNullable(Json.text(detail, "agent_id")).orElse("");
        var client = world.clientOfAgent(agentId).orElseThrow(UnknownAgentException::new);
        var recorded = Recorded.of(client, detail, now());
        conversations.record(recorded);
        return tell(recorded, sendWebhook && Progress.isFinished(detail));
    }

    /**
     * A conversation that can be told again at any time, so that tens of thousands take little memory.
     *
     * @param eventTimestamp of its webhooks, in seconds since the epoch
     */
    public void remember(Client client, Row row, Supplier<ObjectNode> detail, long eventTimestamp) {
        conversations.record(new Recorded(client, row, detail, false, eventTimestamp));
    }

    /** Sends the webhook of a conversation on record, and waits for a receiver that is not there yet. */
    public Played tellPatiently(Client client, String conversationId) {
        var recorded = find(client, conversationId).orElseThrow();
        return new Played(conversationId, webhooks.sendPatiently(recorded.transcription()));
    }

    /** Sends the webhook of a conversation on record. */
    public Played tell(Client client, String conversationId) {
        return tell(find(client, conversationId).orElseThrow(), true);
    }

    /** Puts a partial detail over the one on record. Nobody is told. Empty when there is none. */
    public Optional<String> edit(String conversationId, ObjectNode patch) {
        return changed(conversationId, patch, false).map(Recorded::conversationId);
    }

    /** Deletes a conversation, as its owner or its retention would. Nobody is told. Empty when there is none. */
    public Optional<String> delete(String conversationId) {
        return world.clients().stream()
                .flatMap(client -> conversations.remove(client, conversationId).stream())
                .map(Recorded::conversationId)
                .reduce((first, last) -> last);
    }

    /** Ends a call that was going on, with its status done unless the partial detail says otherwise. */
    public Optional<Played> finish(String conversationId, ObjectNode patch, boolean sendWebhook) {
        var end = Json.object().put("status", "done");
        end.setAll(patch);
        return changed(conversationId, end, true).map(recorded -> tell(recorded, sendWebhook));
    }

    /** Tells once more; the body is the same as before, unless the conversation was edited. */
    Attempt repeat(Recorded recorded, boolean audio) {
        return webhooks.send(audio ? recorded.audio() : recorded.transcription());
    }

    Listing list(Client client, ListQuery query) {
        return conversations.list(client, query);
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

    private Played tell(Recorded recorded, boolean sendWebhook) {
        return new Played(recorded.conversationId(), sendWebhook ? webhooks.send(recorded.transcription()) : null);
    }

    private Optional<Recorded> changed(String conversationId, ObjectNode patch, boolean isNews) {
        if (patch.has("conversation_id") || patch.has("agent_id")) {
            throw new IllegalArgumentException("A conversation keeps its id and its agent");
        }
        return world.clients().stream()
                .flatMap(client -> conversations
                        .replace(client, conversationId, before -> {
                            var detail = before.whole().get();
                            Merge.into(detail, patch.deepCopy());
                            return Recorded.of(client, detail, isNews ? now() : before.eventTimestamp());
                        })
                        .stream())
                .reduce((first, last) -> last);
    }

    private long now() {
        return clock.instant().getEpochSecond();
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
