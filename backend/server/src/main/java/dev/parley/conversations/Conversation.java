package dev.parley.conversations;

import dev.parley.persistence.TextArrayConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as lists show it: everything but the transcript, which is read when asked for. Written only by
 * {@link ConversationRecorder}, in one statement, since webhook and sync race for the same row.
 */
@Entity
@Table(name = "conversations")
public class Conversation {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "client_id")
    private UUID clientId;

    @Column(name = "elevenlabs_conversation_id")
    private String elevenlabsConversationId;

    @Column(name = "agent_id")
    private @Nullable UUID agentId;

    @Column(name = "status")
    private String status;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "duration_seconds")
    private @Nullable Integer durationSeconds;

    @Column(name = "language")
    private String language;

    @Column(name = "direction")
    private @Nullable String direction;

    @Column(name = "call_successful")
    private String callSuccessful;

    @Column(name = "title")
    private @Nullable String title;

    @Column(name = "summary")
    private @Nullable String summary;

    @Column(name = "sentiment_score")
    private @Nullable Double sentimentScore;

    @Convert(converter = TextArrayConverter.class)
    @Column(name = "topics")
    private List<String> topics;

    @Column(name = "termination_reason")
    private @Nullable String terminationReason;

    @Column(name = "turn_count")
    private int turnCount;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Conversation() {}

    public UUID id() {
        return id;
    }

    public String elevenlabsConversationId() {
        return elevenlabsConversationId;
    }

    public @Nullable UUID agentId() {
        return agentId;
    }

    public String status() {
        return status;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public @Nullable Integer durationSeconds() {
        return durationSeconds;
    }

    public String language() {
        return language;
    }

    public @Nullable String direction() {
        return direction;
    }

    public String callSuccessful() {
        return callSuccessful;
    }

    public @Nullable String title() {
        return title;
    }

    public @Nullable String summary() {
        return summary;
    }

    public @Nullable Double sentimentScore() {
        return sentimentScore;
    }

    public List<String> topics() {
        return topics;
    }

    public @Nullable String terminationReason() {
        return terminationReason;
    }

    public int turnCount() {
        return turnCount;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
