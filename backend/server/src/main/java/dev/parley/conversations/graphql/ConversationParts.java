package dev.parley.conversations.graphql;

import dev.parley.conversations.Agent;
import dev.parley.conversations.Conversations;
import dev.parley.conversations.Turn;
import dev.parley.events.Change;
import dev.parley.events.Event;
import dev.parley.events.EventFeed;
import dev.parley.graphql.BatchedField;
import dev.parley.graphql.Ids;
import dev.parley.graphql.Operation;
import dev.parley.graphql.SchemaPart;
import dev.parley.graphql.Sdl;
import dev.parley.graphql.StreamField;
import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** What is nested in conversations, and their events. */
@ApplicationScoped
public class ConversationParts implements SchemaPart {

    /** A turn as the API shows it. */
    public record TurnType(int index, String role, @Nullable String message, int secondsIn, List<String> toolNames) {}

    /** An agent as the API shows it. */
    public record AgentType(UUID id, String elevenlabsAgentId, String name) {}

    /** An event as the API shows it. */
    public record ConversationEventType(
            String id,
            String type,
            Instant occurredAt,
            @Nullable ConversationType conversation,
            List<String> changedFields) {}

    private final Conversations conversations;
    private final EventFeed feed;

    @Inject
    public ConversationParts(Conversations conversations, EventFeed feed) {
        this.conversations = conversations;
        this.feed = feed;
    }

    @Override
    public String sdl() {
        return Sdl.resource(ConversationParts.class, "conversations.graphqls");
    }

    @Override
    public Map<String, Class<?>> types() {
        return Map.of(
                "Agent", AgentType.class, "Turn", TurnType.class, "ConversationEvent", ConversationEventType.class);
    }

    @Override
    public List<BatchedField<?, ?, ?>> batchedFields() {
        return List.of(
                new BatchedField<ConversationType, UUID, AgentType>(
                        "Conversation",
                        "agent",
                        source -> source.conversation().agentId(),
                        (transaction, ids) -> mapped(conversations.agents(transaction, ids))),
                new BatchedField<ConversationType, UUID, List<TurnType>>(
                        "Conversation",
                        "transcript",
                        source -> source.conversation().id(),
                        (transaction, ids) -> {
                            var turns = new HashMap<UUID, List<TurnType>>();
                            conversations
                                    .transcripts(transaction, ids)
                                    .forEach((id, transcript) -> turns.put(id, turns(transcript)));
                            return turns;
                        }));
    }

    @Override
    public List<StreamField<?, ?>> streams() {
        return List.of(new StreamField<Event, ConversationEventType>(
                "conversationEvents", this::events, this::present, env -> ConversationEventFilter.of(env)::wants));
    }

    private Publisher<Event> events(DataFetchingEnvironment env) {
        ConversationEventFilter.of(env); // refused now or never
        return feed.events(
                Operation.of(env).caller().inClient().clientId(),
                Change.Entity.CONVERSATION,
                Ids.eventPosition(env.getArgument("after")));
    }

    private ConversationEventType present(Operation operation, Event event) {
        var change = event.change();
        return new ConversationEventType(
                Long.toString(event.id()),
                change.type().name(),
                event.occurredAt(),
                change.subject()
                        .flatMap(id -> conversations.find(operation.transaction(), id))
                        .map(ConversationType::new)
                        .orElse(null),
                change.changedFields());
    }

    private static Map<UUID, AgentType> mapped(Map<UUID, Agent> agents) {
        var shown = new HashMap<UUID, AgentType>();
        agents.forEach((id, agent) -> shown.put(id, new AgentType(id, agent.elevenlabsAgentId(), agent.name())));
        return shown;
    }

    private static List<TurnType> turns(List<Turn> transcript) {
        var turns = new ArrayList<TurnType>(transcript.size());
        for (var turn : transcript) {
            turns.add(new TurnType(
                    turns.size(),
                    turn.byUser() ? "USER" : "AGENT",
                    turn.message(),
                    turn.secondsIn(),
                    turn.toolNames()));
        }
        return turns;
    }
}
