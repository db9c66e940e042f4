package dev.parley.conversations;

import dev.parley.elevenlabs.Conversation;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.events.Change;
import dev.parley.events.EventLog;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stores what ElevenLabs tells of a conversation. May be told the same twice, late, or in the wrong order, by webhook and
 * sync at once: the end state is the same.
 */
@ApplicationScoped
public class ConversationRecorder {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}");

    /** Changes nothing when the row is not as it was read: somebody else was faster. */
    private static final String UPSERT =
            """
            insert into conversations as c (client_id, id, elevenlabs_conversation_id, agent_id, status, started_at,
                duration_seconds, language, direction, caller_phone, call_successful, title, summary, sentiment_score,
                termination_reason, cost_credits, turn_count, transcript_json, analysis_json, metadata_json,
                content_hash, observed_at, deleted_at_source, created_at, updated_at)
            values (private.client_id(), ?, ?,
                (select a.id from agents a where a.client_id = private.client_id() and a.elevenlabs_agent_id = ?),
                ?, ?, ?, coalesce(?, (select k.default_language from clients k where k.id = private.client_id())),
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)
            on conflict (client_id, elevenlabs_conversation_id) do update set
                agent_id = excluded.agent_id, status = excluded.status, started_at = excluded.started_at,
                duration_seconds = excluded.duration_seconds, language = excluded.language,
                direction = excluded.direction, caller_phone = excluded.caller_phone,
                call_successful = excluded.call_successful, title = excluded.title, summary = excluded.summary,
                sentiment_score = excluded.sentiment_score, termination_reason = excluded.termination_reason,
                cost_credits = excluded.cost_credits, turn_count = excluded.turn_count,
                transcript_json = excluded.transcript_json, analysis_json = excluded.analysis_json,
                metadata_json = excluded.metadata_json, content_hash = excluded.content_hash,
                observed_at = excluded.observed_at, deleted_at_source = excluded.deleted_at_source,
                version = c.version + 1, updated_at = excluded.updated_at
            where c.version = ?
            returning """
                    + " " + dev.parley.conversations.Conversation.ROWS.columns();

    private static final String MARK_DELETED =
            "update conversations set deleted_at_source = ?, version = version + 1, updated_at = ?"
                    + " where client_id = private.client_id() and elevenlabs_conversation_id = any(?)"
                    + " and deleted_at_source is null and observed_at <= ? returning id";

    private final EventLog events;
    private final Event<ConversationRecorded> recorded;
    private final Clock clock;

    @Inject
    public ConversationRecorder(EventLog events, Event<ConversationRecorded> recorded, Clock clock) {
        this.events = events;
        this.recorded = recorded;
        this.clock = clock;
    }

    /**
     * @param observedAt when ElevenLabs said so
     * @return whether anything changed
     */
    public boolean record(Transaction transaction, Conversation conversation, Instant observedAt) throws SQLException {
        var analysis = conversation.analysis();
        var sentiment = analysis == null ? null : analysis.sentimentScore();
        return record(transaction, List.of(new Observed(conversation, sentiment, observedAt))) > 0;
    }

    /**
     * Several with two round trips; what follows from each is done in their order.
     *
     * @return how many are new or different
     */
    public int record(Transaction transaction, List<Observed> observed) throws SQLException {
        int changed = 0;
        var waiting = observed.stream().map(ConversationRecorder::storable).toList();
        while (!waiting.isEmpty()) {
            var firsts = new LinkedHashMap<String, Observed>();
            var again = new ArrayList<Observed>();
            for (var one : waiting) {
                if (firsts.putIfAbsent(one.conversation().conversationId(), one) != null) {
                    again.add(one); // told twice at once: one after the other
                }
            }
            var updates = updates(transaction, firsts);
            var stored = store(transaction, updates.values());
            for (var row : stored) {
                var update = Objects.requireNonNull(updates.remove(row.elevenlabsConversationId()));
                tell(transaction, update, row);
            }
            updates.keySet().forEach(id -> again.add(firsts.get(id))); // somebody was faster: judged anew
            changed += stored.size();
            waiting = again;
        }
        return changed;
    }

    /**
     * ElevenLabs does not have them any more; what is known of them stays, and is marked.
     *
     * @param at when ElevenLabs said so
     * @return how many were known and not marked before
     */
    public int markDeletedAtSource(Transaction transaction, Collection<String> elevenlabsIds, Instant at)
            throws SQLException {
        var connection = transaction.connection();
        try (var statement = connection.prepareStatement(MARK_DELETED)) {
            statement.setObject(1, utc(at));
            statement.setObject(2, utc(clock.instant()));
            statement.setArray(3, connection.createArrayOf("text", elevenlabsIds.toArray()));
            statement.setObject(4, utc(at));
            int marked = 0;
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    append(transaction, Change.Type.UPDATED, row.getObject(1, UUID.class), List.of("deletedAtSource"));
                    marked++;
                }
            }
            return marked;
        }
    }

    private static Observed storable(Observed told) {
        var raw = told.conversation().raw();
        var storable = Storable.of(raw);
        return storable == raw ? told : new Observed(Conversation.read(storable), told.sentimentScore(), told.at());
    }

    /** By ElevenLabs' id, in the order they were told in; without those that change nothing. */
    private static Map<String, ConversationUpdate> updates(Transaction transaction, Map<String, Observed> told) {
        var known = KnownConversation.find(transaction, told.keySet());
        var updates = new LinkedHashMap<String, ConversationUpdate>();
        told.forEach(
                (id, one) -> ConversationUpdate.of(one, known.get(id)).ifPresent(update -> updates.put(id, update)));
        return updates;
    }

    /** @return those that were stored: not those of which somebody else has stored news since they were read */
    private List<dev.parley.conversations.Conversation> store(
            Transaction transaction, Collection<ConversationUpdate> updates) throws SQLException {
        var stored = new ArrayList<dev.parley.conversations.Conversation>();
        if (updates.isEmpty()) {
            return stored;
        }
        try (var statement =
                transaction.connection().prepareStatement(UPSERT, PreparedStatement.RETURN_GENERATED_KEYS)) {
            var now = clock.instant();
            for (var update : updates) {
                bind(statement, update, now);
                statement.addBatch();
            }
            statement.executeBatch();
            try (var rows = statement.getGeneratedKeys()) {
                while (rows.next()) {
                    stored.add(
                            dev.parley.conversations.Conversation.ROWS.reader().read(rows));
                }
            }
        }
        return stored;
    }

    private void tell(
            Transaction transaction, ConversationUpdate update, dev.parley.conversations.Conversation stored) {
        var known = update.known();
        if (known == null) {
            append(transaction, Change.Type.CREATED, stored.id(), List.of());
        } else {
            var changed = ConversationChanges.between(known.row(), stored, update.transcriptChanged());
            if (!changed.isEmpty()) { // what nobody can see changed is no event
                append(transaction, Change.Type.UPDATED, stored.id(), changed);
            }
        }
        recorded.fire(new ConversationRecorded(
                transaction,
                stored.id(),
                known == null,
                stored.language(),
                stored.sentimentScore(),
                update.conversation()));
    }

    private void append(Transaction transaction, Change.Type type, UUID id, List<String> changedFields) {
        events.append(transaction, new Change(Conversations.ENTITY, type, id, changedFields));
    }

    private static void bind(PreparedStatement statement, ConversationUpdate update, Instant now) throws SQLException {
        var conversation = update.conversation();
        var metadata = conversation.metadata();
        var analysis = conversation.analysis();
        var transcript = conversation.raw().path("transcript");
        int at = 0;
        statement.setObject(++at, UUID.randomUUID());
        statement.setString(++at, conversation.conversationId());
        statement.setString(++at, conversation.agentId());
        statement.setString(++at, ConversationUpdate.status(conversation));
        statement.setObject(++at, start(metadata.startTimeUnixSecs()));
        statement.setObject(++at, positive(metadata.callDurationSecs()), Types.INTEGER);
        statement.setString(++at, language(metadata.mainLanguage()));
        statement.setString(++at, direction(metadata.direction()));
        statement.setString(++at, CallerPhone.stored(metadata.externalNumber()));
        statement.setString(++at, CallOutcome.stored(analysis == null ? null : analysis.callSuccessful()));
        statement.setString(++at, analysis == null ? null : analysis.callSummaryTitle());
        statement.setString(++at, analysis == null ? null : analysis.transcriptSummary());
        statement.setObject(++at, update.sentimentScore(), Types.DOUBLE);
        statement.setString(++at, metadata.terminationReason());
        statement.setObject(++at, metadata.cost(), Types.INTEGER);
        statement.setInt(++at, conversation.transcript().size());
        statement.setString(++at, transcript.isArray() ? transcript.toString() : "[]");
        statement.setString(++at, analysis == null ? "{}" : analysis.raw().toString());
        statement.setString(++at, metadata.raw().isObject() ? metadata.raw().toString() : "{}");
        statement.setString(++at, update.contentHash());
        statement.setObject(++at, utc(update.observedAt()));
        var deleted = update.deletedAtSource();
        statement.setObject(++at, deleted == null ? null : utc(deleted), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(++at, utc(now));
        statement.setObject(++at, utc(now));
        statement.setLong(++at, update.known() == null ? 0 : update.known().version());
    }

    /** @return null, for the client's own, when it is no language tag */
    private static @Nullable String language(@Nullable String tag) {
        return tag != null && LANGUAGE.matcher(tag).matches() ? tag : null;
    }

    private static @Nullable String direction(@Nullable String direction) {
        return "inbound".equals(direction) || "outbound".equals(direction) ? direction : null;
    }

    private static @Nullable Integer positive(@Nullable Integer number) {
        return number == null || number < 0 ? null : number;
    }

    /** @throws UnexpectedResponseException when no call can have begun then */
    private static OffsetDateTime start(long unixSeconds) {
        if (unixSeconds < EARLIEST.getEpochSecond() || unixSeconds > LATEST.getEpochSecond()) {
            throw new UnexpectedResponseException("The conversation's start is not a plausible time");
        }
        return utc(Instant.ofEpochSecond(unixSeconds));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
