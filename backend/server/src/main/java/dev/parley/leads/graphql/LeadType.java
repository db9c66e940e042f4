package dev.parley.leads.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.leads.Lead;
import dev.parley.leads.LeadField;
import dev.parley.leads.LeadStatus;
import dev.parley.persistence.Position;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A lead as the API shows it. */
@Type("Lead")
@Description("Somebody worth calling back, and why we think so.")
public record LeadType(Lead lead) {

    String cursor() {
        return new Position(lead.createdAt(), lead.id()).encode();
    }

    @Id
    @Description("Parley's id.")
    public String getId() {
        return lead.id().toString();
    }

    @Description("The person's name.")
    public @Nullable String getName() {
        return lead.get(LeadField.NAME);
    }

    @Description("The e-mail address, in lower case.")
    public @Nullable String getEmail() {
        return lead.get(LeadField.EMAIL);
    }

    @Description("The telephone number, E.164.")
    public @Nullable String getPhone() {
        return lead.get(LeadField.PHONE);
    }

    @Description("The company.")
    public @Nullable String getCompany() {
        return lead.get(LeadField.COMPANY);
    }

    @Description("0 to 100: the sum of scoreSignals, capped.")
    public Integer getLeadQualityScore() {
        return lead.leadQualityScore();
    }

    @Description("How far people have come with it.")
    public LeadStatus getStatus() {
        return LeadStatus.ofStored(lead.status());
    }

    @Description("What people wrote about it.")
    public @Nullable String getNotes() {
        return lead.notes();
    }

    @Description("ElevenLabs' summary of the conversation.")
    public @Nullable String getConversationSummary() {
        return lead.conversationSummary();
    }

    @Description("Everything the agent collected, by the agent's own ids.")
    public JsonNode getExtractedEntities() {
        return lead.extractedEntities();
    }

    @Description("Quote it when updating: an update with an older one is refused.")
    public Integer getVersion() {
        return Math.toIntExact(lead.version());
    }

    @Description("When it was captured.")
    public Instant getCreatedAt() {
        return lead.createdAt();
    }

    @Description("When it last changed.")
    public Instant getUpdatedAt() {
        return lead.updatedAt();
    }
}
