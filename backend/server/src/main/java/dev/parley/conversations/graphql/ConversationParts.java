package dev.parley.conversations.graphql;

import dev.parley.conversations.Agent;
import dev.parley.conversations.Conversations;
import dev.parley.conversations.Turn;
import dev.parley.events.graphql.EntityStream;
import dev.parley.events.graphql.EventCondition;
import dev.parley.graphql.BatchedField;
import dev.parley.graphql.SchemaPart;
import dev.parley.graphql.Sdl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is nested in conversations, and the stream of their events. */
@ApplicationScoped
public class ConversationParts implements SchemaPart {

    /** A turn as the API shows it. */
    public record TurnType(int index, String role, @Nullable String message, int secondsIn, List<String> toolNames) {}

    /** An agent as the API shows it. */
    public record AgentType(UUID id, String elevenlabsAgentId, String name) {}

    private final Conversations conversations;

    @Inject
    public ConversationParts(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public String sdl() {
        return Sdl.resource(ConversationParts.class, "conversations.graphqls");
    }

    @Override
    public Map<String, Class<?>> types() {
        return Map.of("Agent", AgentType.class, "Turn", TurnType.class);
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

    @Produces
    EntityStream<ConversationType> conversationEvents() {
        return EntityStream.of(Conversations.ENTITY, "Conversation", (transaction, id) -> conversations
                        .find(transaction, id)
                        .map(ConversationType::new))
                .filter(
                        EventCondition.oneOf(
                                "status",
                                "ConversationStatus",
                                "The conversation has one of these statuses.",
                                ConversationType::getStatus),
                        EventCondition.exactly(
                                "language",
                                "The conversation has exactly this language tag.",
                                ConversationType::getLanguage),
                        EventCondition.oneOfIds(
                                "agentId",
                                "One of these agents had the conversation; their ids in Parley, 100 at most.",
                                shown -> shown.conversation().agentId()));
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
