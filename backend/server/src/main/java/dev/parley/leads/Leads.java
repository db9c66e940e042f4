package dev.parley.leads;

import dev.parley.conversations.ConversationRecorded;
import dev.parley.events.Change;
import dev.parley.events.EventLog;
import dev.parley.monitoring.AuditLog;
import dev.parley.persistence.Listing;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of leads: how they come to be, who may change what. Works in the given transaction's client. */
@ApplicationScoped
public class Leads {

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NOTES = 10_000;

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
                .where("status = any(?)", filter.statuses())
                .where("lead_quality_score >= ?", filter.minScore())
                .where("created_at >= ?", filter.createdAfter())
                .where("created_at < ?", filter.createdBefore());
    }

    /** Makes or refreshes the lead of a conversation, in the transaction that stored it. */
    void capture(@Observes ConversationRecorded recorded) {
        var found = LeadExtractor.extract(recorded.conversation(), recorded.language(), recorded.sentimentScore());
        var transaction = recorded.transaction();
        var existing = recorded.isNew()
                ? null
                : stored(transaction, "sourceConversationId", recorded.conversationId())
                        .orElse(null);
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

    /**
     * @param version what the person saw; an older one is refused
     * @return what stood in the way; empty: done
     */
    public List<LeadProblem> update(Transaction transaction, UUID id, long version, LeadEdit edit) {
        var lead = stored(transaction, "id", id).orElse(null);
        if (lead == null) {
            return List.of(new LeadProblem(LeadProblem.Code.NOT_FOUND, null, "There is no such lead"));
        }
        if (lead.version() != version) {
            return List.of(
                    new LeadProblem(LeadProblem.Code.CONFLICT, null, "Somebody else changed this lead; load it again"));
        }
        var problems = new ArrayList<LeadProblem>();
        var values = normalised(edit, problems);
        if (!problems.isEmpty()) {
            return problems;
        }
        var changed = apply(lead, edit, values);
        if (!changed.isEmpty()) {
            audit.record(transaction, "lead.update", "lead", id, changed);
            append(transaction, Change.Type.UPDATED, lead, changed);
        }
        return List.of();
    }

    /** The entity itself: what is changed of it is stored. */
    private static Optional<Lead> stored(Transaction transaction, String attribute, UUID value) {
        return transaction
                .entities()
                .createQuery(
                        "select e from Lead e where e.clientId = :clientId and e." + attribute + " = :value",
                        Lead.class)
                .setParameter("clientId", transaction.context().clientId())
                .setParameter("value", value)
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

    private static Map<LeadField, Optional<String>> normalised(LeadEdit edit, List<LeadProblem> problems) {
        var values = new java.util.EnumMap<LeadField, Optional<String>>(LeadField.class);
        edit.fields().forEach((field, value) -> {
            var text = value.map(String::strip).filter(given -> !given.isEmpty());
            var good = text.flatMap(given -> normalised(field, given));
            if (text.isPresent() && good.isEmpty()) {
                problems.add(new LeadProblem(LeadProblem.Code.INVALID, field.key(), expected(field)));
            }
            values.put(field, good);
        });
        if (edit.notes().map(String::length).orElse(0) > LONGEST_NOTES) {
            problems.add(new LeadProblem(
                    LeadProblem.Code.INVALID, "notes", "Notes have " + LONGEST_NOTES + " characters at most"));
        }
        return values;
    }

    private static Optional<String> normalised(LeadField field, String text) {
        return switch (field) {
            case EMAIL -> Emails.normalised(text);
            case PHONE -> Phones.e164(text, "RU");
            case NAME, COMPANY -> text.length() <= LONGEST_TEXT ? Optional.of(text) : Optional.empty();
        };
    }

    private static String expected(LeadField field) {
        return switch (field) {
            case EMAIL -> "Not an e-mail address";
            case PHONE -> "Not a telephone number: write it as +7 921 555-01-42";
            case NAME, COMPANY -> LONGEST_TEXT + " characters at most";
        };
    }

    private void append(Transaction transaction, Change.Type type, Lead lead, List<String> changed) {
        events.append(transaction, new Change(Change.Entity.LEAD, type, lead.id(), changed));
    }
}
