package dev.parley.leads.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversations.Conversations;
import dev.parley.conversations.graphql.ConversationType;
import dev.parley.events.graphql.EntityStream;
import dev.parley.events.graphql.EventCondition;
import dev.parley.graphql.BatchedField;
import dev.parley.graphql.SchemaPart;
import dev.parley.graphql.Sdl;
import dev.parley.leads.Leads;
import dev.parley.leads.NotLeads;
import dev.parley.leads.SignalTexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What is nested in leads, the lead of a conversation, and the stream of its events. */
@ApplicationScoped
public class LeadParts implements SchemaPart {

    private static final int LEAST_SCORE = 0;
    private static final int MOST_SCORE = 100;

    /** Evidence as the API shows it. */
    public record EvidenceType(
            String field,
            @Nullable String value,
            @Nullable Integer turn,
            @Nullable String quote,
            String state,
            List<String> decoding) {}

    /** A score signal as the API shows it. */
    public record ScoreSignalType(String name, int points, @Nullable Integer turn, String english, String russian) {}

    /** Why a conversation is no lead, as the API shows it. */
    public record NotALeadType(String reason, @Nullable Integer turn) {}

    /** Leads that were stored before the states were told apart as they are now. */
    private static final Map<String, String> STATES_BEFORE =
            Map.of("UNCONFIRMED", "INFERRED", "CONFLICTING", "CONTRADICTED");

    private final Leads leads;
    private final Conversations conversations;

    @Inject
    public LeadParts(Leads leads, Conversations conversations) {
        this.leads = leads;
        this.conversations = conversations;
    }

    @Override
    public String sdl() {
        return Sdl.resource(LeadParts.class, "leads.graphqls");
    }

    @Override
    public Map<String, Class<?>> types() {
        return Map.of(
                "Evidence", EvidenceType.class, "ScoreSignal", ScoreSignalType.class, "NotALead", NotALeadType.class);
    }

    @Override
    public List<BatchedField<?, ?, ?>> batchedFields() {
        return List.of(
                new BatchedField<ConversationType, UUID, LeadType>(
                        "Conversation", "lead", source -> source.conversation().id(), (transaction, ids) -> {
                            var found = new HashMap<UUID, LeadType>();
                            leads.byConversation(transaction, ids)
                                    .forEach((id, lead) -> found.put(id, new LeadType(lead)));
                            return found;
                        }),
                new BatchedField<ConversationType, UUID, NotALeadType>(
                        "Conversation",
                        "notALead",
                        source -> source.conversation().id(),
                        (transaction, ids) -> {
                            var found = new HashMap<UUID, NotALeadType>();
                            NotLeads.find(transaction, ids)
                                    .forEach((id, why) -> found.put(
                                            id, new NotALeadType(why.reason().name(), why.turn())));
                            return found;
                        }),
                new BatchedField<LeadType, UUID, ConversationType>(
                        "Lead",
                        "sourceConversation",
                        source -> source.lead().sourceConversationId(),
                        (transaction, ids) -> {
                            var found = new HashMap<UUID, ConversationType>();
                            conversations
                                    .find(transaction, ids)
                                    .forEach((id, conversation) -> found.put(id, new ConversationType(conversation)));
                            return found;
                        }),
                BatchedField.known(
                        "Lead",
                        "evidence",
                        (LeadType source) -> list(source.lead().evidence(), LeadParts::evidence)),
                BatchedField.known(
                        "Lead",
                        "scoreSignals",
                        (LeadType source) -> list(source.lead().scoreSignals(), LeadParts::signal)));
    }

    @Produces
    EntityStream<LeadType> leadEvents() {
        return EntityStream.of(Leads.ENTITY, "Lead", (transaction, id) -> leads.find(transaction, id)
                        .map(LeadType::new))
                .filter(
                        EventCondition.oneOf(
                                "status", "LeadStatus", "The lead has one of these statuses.", LeadType::getStatus),
                        EventCondition.atLeast(
                                "minScore",
                                LEAST_SCORE,
                                MOST_SCORE,
                                "The lead has this score or a higher one; 0 to 100.",
                                LeadType::getLeadQualityScore));
    }

    private static <V> List<V> list(JsonNode array, Function<JsonNode, V> one) {
        return StreamSupport.stream(array.spliterator(), false).map(one).toList();
    }

    private static EvidenceType evidence(JsonNode json) {
        return new EvidenceType(
                json.path("field").asText(),
                json.path("value").textValue(),
                json.path("turn").isNumber() ? json.path("turn").intValue() : null,
                json.path("quote").textValue(),
                STATES_BEFORE.getOrDefault(
                        json.path("state").asText(), json.path("state").asText()),
                list(json.path("decoding"), JsonNode::asText));
    }

    private static ScoreSignalType signal(JsonNode json) {
        var name = json.path("name").asText();
        return new ScoreSignalType(
                name,
                json.path("points").intValue(),
                json.path("turn").isNumber() ? json.path("turn").intValue() : null,
                SignalTexts.english(name),
                SignalTexts.russian(name));
    }
}
