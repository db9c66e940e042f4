package dev.parley.leads;

import dev.parley.conversations.ConversationRecorded;
import dev.parley.events.Change;
import dev.parley.events.EventEntity;
import dev.parley.events.EventLog;
import dev.parley.monitoring.AuditLog;
import dev.parley.persistence.Listing;
import dev.parley.persistence.SearchWords;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules of leads: how they come to be, who may change what. Works in the given transaction's client. */
@ApplicationScoped
public class Leads {

    /** What the events of this feature are about. */
    public static final EventEntity ENTITY = new EventEntity("lead");

    private static final Logger LOG = LoggerFactory.getLogger(Leads.class);

    private final EventLog events;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Leads(EventLog events, AuditLog audit, Clock clock) {
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** As it is; changes to what is returned go nowhere. */
    public Optional<Lead> find(Transaction transaction, UUID id) {
        return new Listing<>(LeadRows.ALL)
                .where("id = ?", id).all(transaction).stream().findFirst();
    }

    public Map<UUID, Lead> byConversation(Transaction transaction, Collection<UUID> conversationIds) {
        return new Listing<>(LeadRows.ALL)
                .where("source_conversation_id = any(?)", conversationIds).all(transaction).stream()
                        .collect(Collectors.toMap(Lead::sourceConversationId, Function.identity()));
    }

    public Listing<Lead> list(LeadFilter filter) {
        return new Listing<>(LeadRows.ALL)
                .where(SearchWords.OCCUR, SearchWords.patterns(filter.search()))
                .where("status = any(?)", filter.statuses())
                .where("lead_quality_score >= ?", filter.minScore())
                .where("created_at >= ?", filter.createdAfter())
                .where("created_at < ?", filter.createdBefore());
    }

    /** Makes or refreshes the lead of a conversation, in the transaction that stored it. */
    void capture(@Observes ConversationRecorded recorded) {
        var found = extract(recorded);
        if (found == null) {
            return;
        }
        var transaction = recorded.transaction();
        var existing = recorded.isNew()
                ? null
                : stored(transaction, "sourceConversationId", recorded.conversationId(), LockModeType.NONE)
                        .orElse(null);
        NotLeads.keep(transaction, recorded.conversationId(), found.notALead());
        if (existing == null && !found.isLead()) {
            return;
        }
        var lead = existing == null
                ? new Lead(transaction.context().clientId(), recorded.conversationId(), clock.instant())
                : existing;
        var analysis = recorded.conversation().analysis();
        var changed = lead.fill(found, analysis == null ? null : analysis.transcriptSummary(), clock.instant());
        if (existing == null) {
            transaction.entities().persist(lead);
            append(transaction, Change.Type.CREATED, lead, List.of());
        } else if (!changed.isEmpty()) {
            append(transaction, Change.Type.UPDATED, lead, changed);
        }
    }

    /** @return null when it cannot be read: what was said must not keep the conversation from being stored */
    private static @Nullable Extraction extract(ConversationRecorded recorded) {
        var regions = ReadingRegions.of(recorded.transaction(), recorded.conversationId());
        try {
            return LeadExtractor.extract(recorded.conversation(), regions, recorded.sentimentScore());
        } catch (RuntimeException e) {
            LOG.error("No lead could be read out of conversation {}", recorded.conversationId(), e);
            return null;
        }
    }

    /**
     * @param version what the person saw; an older one is refused
     * @return what stood in the way; empty: done
     */
    public List<LeadProblem> update(Transaction transaction, UUID id, long version, LeadEdit edit) {
        // Whoever else is changing it is waited for, so that they are seen to have been faster.
        var lead = stored(transaction, "id", id, LockModeType.PESSIMISTIC_WRITE).orElse(null);
        if (lead == null) {
            return List.of(LeadProblem.notFound());
        }
        if (lead.version() != version) {
            return List.of(LeadProblem.conflict());
        }
        var checked = CheckedEdit.of(edit, ReadingRegions.of(transaction, lead.sourceConversationId()));
        if (!checked.problems().isEmpty()) {
            return checked.problems();
        }
        var changed = apply(lead, edit, checked.values());
        if (!changed.isEmpty()) {
            audit.record(transaction, "lead.update", "lead", id, changed);
            append(transaction, Change.Type.UPDATED, lead, changed);
        }
        return List.of();
    }

    /** The entity itself: what is changed of it is stored. */
    private static Optional<Lead> stored(Transaction transaction, String attribute, UUID value, LockModeType lock) {
        return transaction
                .entities()
                .createQuery(
                        "select e from Lead e where e.clientId = :clientId and e." + attribute + " = :value",
                        Lead.class)
                .setParameter("clientId", transaction.context().clientId())
                .setParameter("value", value)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    private List<String> apply(Lead lead, LeadEdit edit, Map<LeadField, Optional<String>> values) {
        var now = clock.instant();
        var changed = new ArrayList<String>();
        values.forEach((field, value) -> {
            if (!value.equals(Optional.ofNullable(lead.get(field)))) {
                lead.edit(field, value.orElse(null), now);
                changed.add(field.key());
            }
        });
        if (edit.status() != null) {
            var status = edit.status().stored();
            if (!status.equals(lead.status())) {
                lead.changeStatus(status, now);
                changed.add("status");
            }
        }
        edit.notes().ifPresent(notes -> {
            var stored = notes.isBlank() ? null : notes;
            if (!Optional.ofNullable(stored).equals(Optional.ofNullable(lead.notes()))) {
                lead.changeNotes(stored, now);
                changed.add("notes");
            }
        });
        return changed;
    }

    private void append(Transaction transaction, Change.Type type, Lead lead, List<String> changed) {
        events.append(transaction, new Change(ENTITY, type, lead.id(), changed));
    }
}
