package dev.parley.conversations.graphql;

import dev.parley.conversations.CallDirection;
import dev.parley.conversations.CallOutcome;
import dev.parley.conversations.Conversation;
import dev.parley.conversations.ConversationStatus;
import dev.parley.persistence.Position;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A conversation as the API shows it. */
@Type("Conversation")
@Description("What an agent and a caller said to each other, and what became of it.")
public record ConversationType(Conversation conversation) {

    String cursor() {
        return new Position(conversation.startedAt(), conversation.id()).encode();
    }

    @Id
    @Description("Parley's id.")
    public String getId() {
        return conversation.id().toString();
    }

    @Description("ElevenLabs' id.")
    public String getElevenlabsConversationId() {
        return conversation.elevenlabsConversationId();
    }

    @Description("Where it stands at ElevenLabs.")
    public ConversationStatus getStatus() {
        return ConversationStatus.ofStored(conversation.status());
    }

    @Description("When it began.")
    public Instant getStartedAt() {
        return conversation.startedAt();
    }

    @Description("How long it took, in seconds; null while it goes on.")
    public @Nullable Integer getDurationSeconds() {
        return conversation.durationSeconds();
    }

    @Description("Language tag, for example ru or en.")
    public String getLanguage() {
        return conversation.language();
    }

    @Description("Who called whom; null when it was no phone call.")
    public @Nullable CallDirection getDirection() {
        var direction = conversation.direction();
        return direction == null ? null : CallDirection.ofStored(direction);
    }

    @Description(
            "The other side's number: who called, was called, or writes by WhatsApp or SMS. E.164 when it has its country"
                    + " code, else as the network gave it; null when there is none.")
    public @Nullable String getCallerPhone() {
        return conversation.callerPhone();
    }

    @Description("Whether it reached its goal, by ElevenLabs' analysis.")
    public CallOutcome getCallSuccessful() {
        return CallOutcome.ofStored(conversation.callSuccessful());
    }

    @Description("ElevenLabs' title.")
    public @Nullable String getTitle() {
        return conversation.title();
    }

    @Description("ElevenLabs' summary.")
    public @Nullable String getSummary() {
        return conversation.summary();
    }

    @Description("-1 (negative) to 1 (positive), null when it was not measured.")
    public @Nullable Double getSentimentScore() {
        return conversation.sentimentScore();
    }

    @Description("What it was about. Empty so far: ElevenLabs does not say, and Parley does not yet find out.")
    public List<String> getTopics() {
        return conversation.topics();
    }

    @Description("Why it ended, in ElevenLabs' words.")
    public @Nullable String getTerminationReason() {
        return conversation.terminationReason();
    }

    @Description("How many turns the transcript has.")
    public Integer getTurnCount() {
        return conversation.turnCount();
    }

    @Description("Whether ElevenLabs was seen to have deleted, emptied or redacted it; what Parley had is kept.")
    public Boolean getDeletedAtSource() {
        return conversation.deletedAtSource() != null;
    }

    @Description("When Parley first stored it.")
    public Instant getCreatedAt() {
        return conversation.createdAt();
    }

    @Description("When Parley last changed it.")
    public Instant getUpdatedAt() {
        return conversation.updatedAt();
    }
}
