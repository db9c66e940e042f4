package dev.parley.conversations;

import dev.parley.elevenlabs.Conversation;
import dev.parley.elevenlabs.UnexpectedResponseException;
import dev.parley.events.Change;
import dev.parley.events.EventLog;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stores what ElevenLabs tells of a conversation. May be told the same twice, late, or in the wrong order, by webhook and
 * sync at once: one statement decides, and the end state is the same.
 */
@ApplicationScoped
public class ConversationRecorder {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}");
    private static final Set<String> STATUSES = Set.of("initiated", "in-progress", "processing", "done", "failed");

    /**
     * A finished conversation never becomes unfinished again; among equals the newer word counts. ElevenLabs measures
     * sentiment only in its list, not in the detail and the webhook: what is known of it stays.
     */
    private static final String UPSERT =
            """
            insert into conversations as c (client_id, id, elevenlabs_conversation_id, agent_id, status, started_at,
                duration_seconds, language, direction, caller_phone, call_successful, title, summary, sentiment_score,
                termination_reason, cost_credits, turn_count, transcript_json, analysis_json, metadata_json,
                content_hash, observed_at, created_at, updated_at)
            values (private.client_id(), ?, ?,
                (select a.id from agents a where a.client_id = private.client_id() and a.elevenlabs_agent_id = ?),
                ?, ?, ?, coalesce(?, (select k.default_language from clients k where k.id = private.client_id())),
                ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?)
            on conflict (client_id, elevenlabs_conversation_id) do update set
                agent_id = excluded.agent_id, status = excluded.status, started_at = excluded.started_at,
                duration_seconds = excluded.duration_seconds, language = excluded.language,
                direction = excluded.direction, caller_phone = excluded.caller_phone,
                call_successful = excluded.call_successful, title = excluded.title, summary = excluded.summary,
                sentiment_score = coalesce(excluded.sentiment_score, c.sentiment_score), termination_reason = excluded.termination_reason,
                cost_credits = excluded.cost_credits, turn_count = excluded.turn_count,
                transcript_json = excluded.transcript_json, analysis_json = excluded.analysis_json,
                metadata_json = excluded.metadata_json, content_hash = excluded.content_hash,
                observed_at = excluded.observed_at, version = c.version + 1, updated_at = excluded.updated_at
            where (c.content_hash <> excluded.content_hash
                    or coalesce(excluded.sentiment_score, c.sentiment_score) is distinct from c.sentiment_score)
              and (c.observed_at <= excluded.observed_at
                    or (c.status not in ('done', 'failed') and excluded.status in ('done', 'failed')))
              and not (c.status in ('done', 'failed') and excluded.status not in ('done', 'failed'))
            returning elevenlabs_conversation_id, id, version, language, sentiment_score""";

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
     * Several with one round trip; what follows from each is done in their order.
     *
     * @return how many are new or different
     */
    public int record(Transaction transaction, List<Observed> observed) throws SQLException {
        var told = new HashMap<String, Conversation>();
        var stored = new ArrayList<Stored>();
        try (var statement =
                transaction.connection().prepareStatement(UPSERT, PreparedStatement.RETURN_GENERATED_KEYS)) {
            var now = clock.instant();
            for (var one : observed) {
                var raw = one.conversation().raw();
                var storable = Storable.of(raw);
                var conversation = storable == raw ? one.conversation() : Conversation.read(storable);
                told.put(conversation.conversationId(), conversation);
                bind(statement, conversation, one.sentimentScore(), one.at(), now);
                statement.addBatch();
            }
            statement.executeBatch();
            try (var rows = statement.getGeneratedKeys()) {
                while (rows.next()) { // not for the same, or older news
                    stored.add(Stored.of(rows));
                }
            }
        }
        for (var one : stored) {
            tell(transaction, one, Objects.requireNonNull(told.get(one.elevenlabsConversationId())));
        }
        return stored.size();
    }

    private void tell(Transaction transaction, Stored stored, Conversation conversation) {
        boolean created = stored.version() == 1;
        events.append(
                transaction,
                new Change(
                        Change.Entity.CONVERSATION,
                        created ? Change.Type.CREATED : Change.Type.UPDATED,
                        stored.id(),
                        created ? List.of() : List.of("status", "transcript", "analysis")));
        recorded.fire(new ConversationRecorded(
                transaction, stored.id(), created, stored.language(), stored.sentimentScore(), conversation));
    }

    private record Stored(
            String elevenlabsConversationId, UUID id, long version, String language, @Nullable Double sentimentScore) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getString(1),
                    row.getObject(2, UUID.class),
                    row.getLong(3),
                    row.getString(4),
                    row.getObject(5, Double.class));
        }
    }

    private static void bind(
            PreparedStatement statement,
            Conversation conversation,
            @Nullable Double sentimentScore,
            Instant observedAt,
            Instant now)
            throws SQLException {
        var metadata = conversation.metadata();
        var analysis = conversation.analysis();
        var transcript = conversation.raw().path("transcript");
        var transcriptJson = transcript.isArray() ? transcript.toString() : "[]";
        var analysisJson = analysis == null ? "{}" : analysis.raw().toString();
        var metadataJson = metadata.raw().isObject() ? metadata.raw().toString() : "{}";
        int at = 0;
        statement.setObject(++at, UUID.randomUUID());
        statement.setString(++at, conversation.conversationId());
        statement.setString(++at, conversation.agentId());
        statement.setString(++at, STATUSES.contains(conversation.status()) ? conversation.status() : "processing");
        statement.setObject(++at, start(metadata.startTimeUnixSecs()));
        statement.setObject(++at, positive(metadata.callDurationSecs()), Types.INTEGER);
        statement.setString(++at, language(metadata.mainLanguage()));
        statement.setString(++at, direction(metadata.direction()));
        statement.setString(++at, metadata.externalNumber());
        statement.setString(++at, CallOutcome.stored(analysis == null ? null : analysis.callSuccessful()));
        statement.setString(++at, analysis == null ? null : analysis.callSummaryTitle());
        statement.setString(++at, analysis == null ? null : analysis.transcriptSummary());
        statement.setObject(++at, sentiment(sentimentScore), Types.DOUBLE);
        statement.setString(++at, metadata.terminationReason());
        statement.setObject(++at, metadata.cost(), Types.INTEGER);
        statement.setInt(++at, conversation.transcript().size());
        statement.setString(++at, transcriptJson);
        statement.setString(++at, analysisJson);
        statement.setString(++at, metadataJson);
        statement.setString(++at, hash(conversation.status(), transcriptJson, analysisJson, metadataJson));
        statement.setObject(++at, observedAt.atOffset(ZoneOffset.UTC));
        statement.setObject(++at, now.atOffset(ZoneOffset.UTC));
        statement.setObject(++at, now.atOffset(ZoneOffset.UTC));
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

    private static @Nullable Double sentiment(@Nullable Double score) {
        return score == null || score.isNaN() || score < -1 || score > 1 ? null : score;
    }

    /** @throws UnexpectedResponseException when no call can have begun then */
    private static OffsetDateTime start(long unixSeconds) {
        if (unixSeconds < EARLIEST.getEpochSecond() || unixSeconds > LATEST.getEpochSecond()) {
            throw new UnexpectedResponseException("The conversation's start is not a plausible time");
        }
        return Instant.ofEpochSecond(unixSeconds).atOffset(ZoneOffset.UTC);
    }

    private static String hash(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
