package dev.parley.conversations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversations.MergedConversation.State;
import dev.parley.persistence.Listing;
import dev.parley.persistence.Rows;
import dev.parley.persistence.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A conversation that is stored, with what it takes to judge news of it.
 *
 * @param row as lists show it
 * @param version counted up with each change
 * @param contentHash of what was told last
 * @param observedAt when ElevenLabs said so
 */
record KnownConversation(
        Conversation row,
        long version,
        String contentHash,
        Instant observedAt,
        String transcriptJson,
        String analysisJson,
        String metadataJson) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Rows<KnownConversation> ROWS = new Rows<>(
            Conversation.ROWS.columns()
                    + ", version as known_version, content_hash as known_hash, observed_at as known_since,"
                    + " transcript_json as known_transcript, analysis_json as known_analysis, metadata_json as known_metadata",
            Conversation.ROWS.from(),
            Conversation.ROWS.time(),
            KnownConversation::read);

    /** By ElevenLabs' id. */
    static Map<String, KnownConversation> find(Transaction transaction, Collection<String> elevenlabsIds) {
        return new Listing<>(ROWS)
                .where("elevenlabs_conversation_id = any(?)", elevenlabsIds).all(transaction).stream()
                        .collect(
                                Collectors.toMap(known -> known.row().elevenlabsConversationId(), Function.identity()));
    }

    boolean isFinished() {
        return ConversationStatus.ofStored(row.status()).isFinished();
    }

    /** What is stored of it. */
    State state() {
        return new State(tree(transcriptJson), tree(analysisJson), tree(metadataJson), isFinished());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A jsonb column holds no JSON");
        }
    }

    private static KnownConversation read(ResultSet row) throws SQLException {
        return new KnownConversation(
                Conversation.ROWS.reader().read(row),
                row.getLong("known_version"),
                row.getString("known_hash"),
                Rows.instant(row, row.findColumn("known_since")),
                row.getString("known_transcript"),
                row.getString("known_analysis"),
                row.getString("known_metadata"));
    }

    @Override
    public String toString() {
        return "KnownConversation[" + row.id() + "]";
    }
}
