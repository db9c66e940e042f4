package dev.parley.conversations;

import dev.parley.events.EventEntity;
import dev.parley.persistence.Listing;
import dev.parley.persistence.SearchWords;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    /** What the events of this feature are about. */
    public static final EventEntity ENTITY = new EventEntity("conversation");

    public Optional<Conversation> find(Transaction transaction, UUID id) {
        return Optional.ofNullable(find(transaction, List.of(id)).get(id));
    }

    public Map<UUID, Conversation> find(Transaction transaction, Collection<UUID> ids) {
        return by(
                Conversation::id,
                new Listing<>(Conversation.ROWS).where("id = any(?)", ids).all(transaction));
    }

    public Listing<Conversation> list(ConversationFilter filter) {
        return new Listing<>(Conversation.ROWS)
                .where(SearchWords.OCCUR, SearchWords.patterns(filter.search()))
                .where("status = any(?)", filter.statuses())
                .where("language = ?", filter.language())
                .where("started_at >= ?", filter.startedAfter())
                .where("started_at < ?", filter.startedBefore());
    }

    public Map<UUID, Agent> agents(Transaction transaction, Collection<UUID> ids) {
        return by(Agent::id, new Listing<>(Agent.ROWS).where("id = any(?)", ids).all(transaction));
    }

    /** What is known of some of ElevenLabs' conversations, by ElevenLabs' id. */
    public Map<String, Conversation> known(Transaction transaction, Collection<String> elevenlabsIds) {
        return by(
                Conversation::elevenlabsConversationId,
                new Listing<>(Conversation.ROWS)
                        .where("elevenlabs_conversation_id = any(?)", elevenlabsIds)
                        .all(transaction));
    }

    /** ElevenLabs' ids of the newest finished conversations that ElevenLabs has, as far as is known, but for some. */
    public List<String> newestFinished(Transaction transaction, Collection<String> butFor, int limit)
            throws SQLException {
        var connection = transaction.connection();
        try (var statement = connection.prepareStatement("select elevenlabs_conversation_id from conversations"
                + " where client_id = private.client_id() and status in ('done', 'failed')"
                + " and deleted_at_source is null and elevenlabs_conversation_id <> all(?)"
                + " order by started_at desc limit ?")) {
            statement.setArray(1, connection.createArrayOf("text", butFor.toArray()));
            statement.setInt(2, limit);
            return texts(statement);
        }
    }

    /** ElevenLabs' ids of an agent's conversations that began in a period and are not among those that ElevenLabs lists of it. */
    public List<String> notListed(
            Transaction transaction,
            String elevenlabsAgentId,
            Instant startedAfter,
            Instant startedBefore,
            Collection<String> listed,
            int limit)
            throws SQLException {
        var connection = transaction.connection();
        try (var statement = connection.prepareStatement("select c.elevenlabs_conversation_id from conversations c"
                + " join agents a on a.client_id = c.client_id and a.id = c.agent_id"
                + " where c.client_id = private.client_id() and a.elevenlabs_agent_id = ?"
                + " and c.started_at >= ? and c.started_at < ? and c.deleted_at_source is null"
                + " and c.elevenlabs_conversation_id <> all(?) order by c.started_at limit ?")) {
            statement.setString(1, elevenlabsAgentId);
            statement.setObject(2, startedAfter.atOffset(ZoneOffset.UTC));
            statement.setObject(3, startedBefore.atOffset(ZoneOffset.UTC));
            statement.setArray(4, connection.createArrayOf("text", listed.toArray()));
            statement.setInt(5, limit);
            return texts(statement);
        }
    }

    /** ElevenLabs' ids of conversations that were not finished when last heard of, the oldest first. */
    public List<String> unfinished(Transaction transaction, Instant startedAfter, Instant startedBefore, int limit)
            throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement(
                        "select elevenlabs_conversation_id from conversations"
                                + " where client_id = private.client_id() and status not in ('done', 'failed')"
                                + " and deleted_at_source is null and started_at >= ? and started_at < ? order by started_at limit ?")) {
            statement.setObject(1, startedAfter.atOffset(ZoneOffset.UTC));
            statement.setObject(2, startedBefore.atOffset(ZoneOffset.UTC));
            statement.setInt(3, limit);
            return texts(statement);
        }
    }

    /** ElevenLabs' ids of the client's agents. */
    public List<String> agentIds(Transaction transaction) throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement("select elevenlabs_agent_id from agents where client_id = private.client_id()"
                        + " order by elevenlabs_agent_id")) {
            return texts(statement);
        }
    }

    public Map<UUID, List<Turn>> transcripts(Transaction transaction, Collection<UUID> ids) throws SQLException {
        var connection = transaction.connection();
        try (var statement = connection.prepareStatement("select id, transcript_json from conversations"
                + " where client_id = (select private.client_id()) and id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = statement.executeQuery()) {
                var found = new HashMap<UUID, List<Turn>>();
                while (rows.next()) {
                    found.put(rows.getObject(1, UUID.class), Turn.of(rows.getBytes(2)));
                }
                return found;
            }
        } catch (IOException e) {
            throw new IllegalStateException("A jsonb column holds no JSON", e);
        }
    }

    private static List<String> texts(PreparedStatement statement) throws SQLException {
        var texts = new ArrayList<String>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static <K, T> Map<K, T> by(Function<T, K> key, List<T> found) {
        return found.stream().collect(Collectors.toMap(key, Function.identity()));
    }
}
