package dev.parley.conversations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.persistence.Listing;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds conversations of the transaction's client. */
@ApplicationScoped
public class Conversations {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Optional<Conversation> find(Transaction transaction, UUID id) {
        return Optional.ofNullable(find(transaction, List.of(id)).get(id));
    }

    public Map<UUID, Conversation> find(Transaction transaction, Collection<UUID> ids) {
        return transaction
                .entities()
                .createQuery(
                        "select e from Conversation e where e.clientId = :clientId and e.id in :ids",
                        Conversation.class)
                .setParameter("clientId", transaction.context().clientId())
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Conversation::id, Function.identity()));
    }

    public Listing<Conversation> list(ConversationFilter filter) {
        return new Listing<>(Conversation.class, "startedAt")
                .where("e.status in :statuses", "statuses", filter.statuses())
                .where("e.language = :language", "language", filter.language())
                .where("e.startedAt >= :after", "after", filter.startedAfter())
                .where("e.startedAt < :before", "before", filter.startedBefore());
    }

    public Map<UUID, Agent> agents(Transaction transaction, Collection<UUID> ids) {
        return transaction
                .entities()
                .createQuery("select e from Agent e where e.clientId = :clientId and e.id in :ids", Agent.class)
                .setParameter("clientId", transaction.context().clientId())
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Agent::id, Function.identity()));
    }

    /** What is known of some of ElevenLabs' conversations, by ElevenLabs' id. */
    public Map<String, Conversation> known(Transaction transaction, Collection<String> elevenlabsIds) {
        return transaction
                .entities()
                .createQuery(
                        "select e from Conversation e where e.clientId = :clientId and e.elevenlabsConversationId in :ids",
                        Conversation.class)
                .setParameter("clientId", transaction.context().clientId())
                .setParameter("ids", elevenlabsIds)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Conversation::elevenlabsConversationId, Function.identity()));
    }

    /** ElevenLabs' ids of conversations that were not finished when last heard of, the oldest first. */
    public List<String> unfinished(Transaction transaction, Instant startedAfter, Instant startedBefore, int limit) {
        return transaction
                .entities()
                .createQuery(
                        "select e.elevenlabsConversationId from Conversation e where e.clientId = :clientId"
                                + " and e.status not in ('done', 'failed') and e.startedAt >= :after"
                                + " and e.startedAt < :before order by e.startedAt",
                        String.class)
                .setParameter("clientId", transaction.context().clientId())
                .setParameter("after", startedAfter)
                .setParameter("before", startedBefore)
                .setMaxResults(limit)
                .getResultList();
    }

    /** ElevenLabs' ids of the client's agents. */
    public List<String> agentIds(Transaction transaction) {
        return transaction
                .entities()
                .createQuery(
                        "select e.elevenlabsAgentId from Agent e where e.clientId = :clientId order by e.elevenlabsAgentId",
                        String.class)
                .setParameter("clientId", transaction.context().clientId())
                .getResultList();
    }

    /** The turns as ElevenLabs gave them, by conversation. */
    public Map<UUID, JsonNode> transcripts(Transaction transaction, Collection<UUID> ids) throws SQLException {
        var connection = transaction.connection();
        try (var statement = connection.prepareStatement(
                "select id, transcript_json from conversations where client_id = private.client_id() and id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = statement.executeQuery()) {
                var found = new HashMap<UUID, JsonNode>();
                while (rows.next()) {
                    found.put(rows.getObject(1, UUID.class), JSON.readTree(rows.getString(2)));
                }
                return found;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A jsonb column holds no JSON", e);
        }
    }
}
