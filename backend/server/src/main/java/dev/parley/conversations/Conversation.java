package dev.parley.conversations;

import dev.parley.persistence.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as lists show it: everything but the transcript, which is read when asked for. Written only by
 * {@link ConversationRecorder}, in one statement, since webhook and sync race for the same row.
 *
 * @param agentId null when it was held by an agent that is not known any more
 * @param durationSeconds null while it goes on
 * @param direction null when it was no phone call
 * @param callerPhone the other side's number; E.164 when it has its country code
 * @param sentimentScore -1 to 1; null when it was not measured
 * @param terminationReason in ElevenLabs' words
 * @param deletedAtSource when ElevenLabs was seen to have deleted or emptied it; what was known is kept; null while it has it
 */
public record Conversation(
        UUID id,
        String elevenlabsConversationId,
        @Nullable UUID agentId,
        String status,
        Instant startedAt,
        @Nullable Integer durationSeconds,
        String language,
        @Nullable String direction,
        @Nullable String callerPhone,
        String callSuccessful,
        @Nullable String title,
        @Nullable String summary,
        @Nullable Double sentimentScore,
        List<String> topics,
        @Nullable String terminationReason,
        int turnCount,
        @Nullable Instant deletedAtSource,
        Instant createdAt,
        Instant updatedAt) {

    static final Rows<Conversation> ROWS = new Rows<>(
            "id, elevenlabs_conversation_id, agent_id, status, started_at, duration_seconds, language, direction,"
                    + " caller_phone, call_successful, title, summary, sentiment_score, topics, termination_reason, turn_count,"
                    + " deleted_at_source, created_at, updated_at",
            "conversations",
            "started_at",
            Conversation::read);

    private static Conversation read(ResultSet row) throws SQLException {
        return new Conversation(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                Rows.instant(row, 5),
                row.getObject(6, Integer.class),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getObject(13, Double.class),
                Rows.texts(row, 14),
                row.getString(15),
                row.getInt(16),
                Rows.instantOrNull(row, 17),
                Rows.instant(row, 18),
                Rows.instant(row, 19));
    }
}
