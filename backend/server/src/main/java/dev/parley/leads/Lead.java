package dev.parley.leads;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.persistence.JsonConverter;
import dev.parley.persistence.TextArrayConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody worth calling back. Born from a conversation, at most one from each; extraction may fill it again when the
 * conversation changes, but what a person has set stays as it is.
 */
@Entity
@Table(name = "leads")
public class Lead {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "client_id")
    private UUID clientId;

    @Column(name = "source_conversation_id")
    private @Nullable UUID sourceConversationId;

    @Column(name = "name")
    private @Nullable String name;

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "phone")
    private @Nullable String phone;

    @Column(name = "company")
    private @Nullable String company;

    @Column(name = "status")
    private String status = "new";

    @Column(name = "notes")
    private @Nullable String notes;

    @Column(name = "conversation_summary")
    private @Nullable String conversationSummary;

    @Convert(converter = JsonConverter.class)
    @Column(name = "extracted_entities")
    private JsonNode extractedEntities;

    @Column(name = "lead_quality_score")
    private int leadQualityScore;

    @Convert(converter = JsonConverter.class)
    @Column(name = "evidence")
    private JsonNode evidence;

    @Convert(converter = JsonConverter.class)
    @Column(name = "score_signals")
    private JsonNode scoreSignals;

    @Convert(converter = TextArrayConverter.class)
    @Column(name = "edited_fields")
    private List<String> editedFields = List.of();

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Lead() {}

    Lead(UUID clientId, UUID sourceConversationId, Instant now) {
        this.id = UUID.randomUUID();
        this.clientId = clientId;
        this.sourceConversationId = sourceConversationId;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** One to look at, of a row. */
    Lead(
            UUID id,
            @Nullable UUID sourceConversationId,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String company,
            String status,
            @Nullable String notes,
            @Nullable String conversationSummary,
            JsonNode extractedEntities,
            int leadQualityScore,
            JsonNode evidence,
            JsonNode scoreSignals,
            long version,
            Instant createdAt,
            Instant updatedAt) {
        this.id = id;
        this.sourceConversationId = sourceConversationId;
        this.name = name;
        this.email = email;
        this.phone = phone;
        this.company = company;
        this.status = status;
        this.notes = notes;
        this.conversationSummary = conversationSummary;
        this.extractedEntities = extractedEntities;
        this.leadQualityScore = leadQualityScore;
        this.evidence = evidence;
        this.scoreSignals = scoreSignals;
        this.version = version;
        this.createdAt = createdAt;
        this.updatedAt = updatedAt;
    }

    /** Takes over what extraction found. @return names of the fields that changed */
    List<String> fill(Extraction found, @Nullable String summary, Instant now) {
        var changed = new ArrayList<String>();
        for (var field : LeadField.values()) {
            var value = found.value(field);
            if (value != null && !editedFields.contains(field.key()) && !value.equals(get(field))) {
                set(field, value);
                changed.add(field.key());
            }
        }
        if (!Objects.equals(conversationSummary, summary)) {
            conversationSummary = summary;
            changed.add("conversationSummary");
        }
        if (leadQualityScore != found.score()) {
            leadQualityScore = found.score();
            changed.add("leadQualityScore");
        }
        extractedEntities = found.entities();
        evidence = found.evidenceJson();
        scoreSignals = found.signalsJson();
        updatedAt = now;
        return changed;
    }

    /** A person sets a field; null clears it. */
    void edit(LeadField field, @Nullable String value, Instant now) {
        set(field, value);
        var edited = new ArrayList<>(editedFields);
        if (!edited.contains(field.key())) {
            edited.add(field.key());
        }
        editedFields = List.copyOf(edited);
        updatedAt = now;
    }

    void changeStatus(String newStatus, Instant now) {
        status = newStatus;
        updatedAt = now;
    }

    void changeNotes(@Nullable String newNotes, Instant now) {
        notes = newNotes;
        updatedAt = now;
    }

    public @Nullable String get(LeadField field) {
        return switch (field) {
            case NAME -> name;
            case EMAIL -> email;
            case PHONE -> phone;
            case COMPANY -> company;
        };
    }

    private void set(LeadField field, @Nullable String value) {
        switch (field) {
            case NAME -> name = value;
            case EMAIL -> email = value;
            case PHONE -> phone = value;
            case COMPANY -> company = value;
        }
    }

    public UUID id() {
        return id;
    }

    public @Nullable UUID sourceConversationId() {
        return sourceConversationId;
    }

    public String status() {
        return status;
    }

    public @Nullable String notes() {
        return notes;
    }

    public @Nullable String conversationSummary() {
        return conversationSummary;
    }

    public JsonNode extractedEntities() {
        return extractedEntities;
    }

    public int leadQualityScore() {
        return leadQualityScore;
    }

    public JsonNode evidence() {
        return evidence;
    }

    public JsonNode scoreSignals() {
        return scoreSignals;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
