package dev.parley.knowledge;

import dev.parley.events.Change;
import dev.parley.events.EventEntity;
import dev.parley.events.EventLog;
import dev.parley.knowledge.text.DocumentSettings;
import dev.parley.monitoring.AuditLog;
import dev.parley.persistence.Listing;
import dev.parley.persistence.SearchWords;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The rules of documents: who changes what, and what follows. Works in the given transaction's client. */
@ApplicationScoped
public class Documents {

    /** What the events of this feature are about. */
    public static final EventEntity ENTITY = new EventEntity("document");

    /**
     * What came of a change.
     *
     * @param id of the document; null when there are problems
     */
    public record Outcome(@Nullable UUID id, List<DocumentProblem> problems) {

        static Outcome done(UUID id) {
            return new Outcome(id, List.of());
        }

        static Outcome refused(DocumentProblem problem) {
            return new Outcome(null, List.of(problem));
        }
    }

    /**
     * A file that was uploaded.
     *
     * @param hash SHA-256 of its bytes, 64 hexadecimal digits
     */
    public record File(String name, Path path, String hash) {}

    private final DocumentVersions versions;
    private final DocumentQueue queue;
    private final EventLog events;
    private final AuditLog audit;
    private final Clock clock;
    private final int longestContent;

    @Inject
    Documents(DocumentVersions versions, DocumentQueue queue, EventLog events, AuditLog audit, Clock clock) {
        this.versions = versions;
        this.queue = queue;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
        this.longestContent = DocumentSettings.from(ConfigProvider.getConfig()).mostCharacters();
    }

    public Optional<Document> find(Transaction transaction, UUID id) {
        return new Listing<>(DocumentRows.by(DocumentOrder.UPDATED_AT))
                .where("id = ?", id).where("deleted_at is null").all(transaction).stream()
                        .findFirst();
    }

    public Map<UUID, Document> byId(Transaction transaction, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return new Listing<>(DocumentRows.by(DocumentOrder.UPDATED_AT))
                .where("id = any(?)", ids).where("deleted_at is null").all(transaction).stream()
                        .collect(Collectors.toMap(Document::id, Function.identity()));
    }

    public Listing<Document> list(DocumentFilter filter, DocumentOrder order) {
        var list = new Listing<>(DocumentRows.by(order))
                .where(filter.deleted() ? "deleted_at is not null" : "deleted_at is null")
                .where(SearchWords.OCCUR, SearchWords.patterns(filter.search()))
                .where("status = any(?)", filter.statuses())
                .where("category = ?", filter.category())
                .where(
                        "id in (select t.document_id from knowledge_document_tags t"
                                + " where t.client_id = (select private.client_id()) and t.tag = ?)",
                        filter.tag());
        if (filter.reviewPassed() == null) {
            return list;
        }
        return list.where(filter.reviewPassed() ? "review_by <= ?" : "coalesce(review_by > ?, true)", clock.instant());
    }

    public DocumentFacets facets(Transaction transaction) throws SQLException {
        return DocumentFacets.of(transaction);
    }

    /** @param by e-mail address of who makes it, or the name of a program's token */
    public Outcome create(Transaction transaction, DocumentEdit edit, @Nullable String by) throws SQLException {
        var problems = DocumentChecks.of(edit, longestContent);
        if (!problems.isEmpty()) {
            return new Outcome(null, problems);
        }
        var content = Objects.requireNonNull(edit.content());
        var type = ContentTypes.of(edit.contentType()).orElseThrow();
        return add(transaction, edit, NewContent.typed(content, type), by);
    }

    /** The file's kind is found out when it is read, in the background. */
    public Outcome upload(Transaction transaction, File file, DocumentEdit edit, @Nullable String by)
            throws SQLException {
        var titled = edit.title() == null ? edit.titled(titleOf(file.name())) : edit;
        var problems = DocumentChecks.of(titled, longestContent);
        if (!problems.isEmpty()) {
            return new Outcome(null, problems);
        }
        var name = ContentTypes.of(edit.contentType())
                .filter(type -> edit.contentType() != null)
                .map(type -> NewContent.named(file.name(), type))
                .orElse(file.name());
        var made = add(transaction, titled, NewContent.ofFile(file.name(), file.hash()), by);
        DocumentFiles.add(transaction, Objects.requireNonNull(made.id()), name, file.path());
        return made;
    }

    private Outcome add(Transaction transaction, DocumentEdit edit, NewContent content, @Nullable String by)
            throws SQLException {
        var id = UUID.randomUUID();
        DocumentStore.insert(transaction, id, edit, content, now());
        versions.add(
                transaction,
                new DocumentVersions.Key(id, 1),
                content.content(),
                content.contentType(),
                content.hash(),
                null,
                by);
        DocumentTags.set(transaction, id, Optional.ofNullable(edit.tags()).orElse(List.of()));
        queue.add(transaction, id);
        audit.record(transaction, "document.create", "document", id, List.of());
        events.append(transaction, new Change(ENTITY, Change.Type.CREATED, id, List.of()));
        return Outcome.done(id);
    }

    /** @param version what the person saw; an older one is refused */
    public Outcome update(Transaction transaction, UUID id, long version, DocumentEdit edit, @Nullable String by)
            throws SQLException {
        var locked = DocumentStore.lock(transaction, id);
        var refusal = refusal(locked, version);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var problems = DocumentChecks.of(edit, longestContent);
        if (!problems.isEmpty()) {
            return new Outcome(null, problems);
        }
        var changed = new ArrayList<>(DocumentStore.update(transaction, id, edit));
        if (edit.tags() != null && DocumentTags.set(transaction, id, edit.tags())) {
            changed.add("tags");
        }
        if (newVersion(transaction, locked.orElseThrow(), edit, null, by)) {
            changed.add("content");
        }
        return changed(transaction, "document.update", id, changed);
    }

    /** The content of an earlier version becomes the newest one. */
    public Outcome restoreVersion(Transaction transaction, UUID id, long version, int number, @Nullable String by)
            throws SQLException {
        var locked = DocumentStore.lock(transaction, id);
        var refusal = refusal(locked, version);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var content = versions.content(transaction, id, number)
                .filter(found -> !found.content().isEmpty());
        if (content.isEmpty()) {
            return Outcome.refused(DocumentProblem.noVersion());
        }
        var again = new DocumentEdit(
                null,
                content.get().content(),
                ContentTypes.ofEdited(content.get().contentType()),
                Optional.empty(),
                null,
                null,
                Optional.empty());
        boolean made = newVersion(transaction, locked.orElseThrow(), again, number, by);
        return changed(transaction, "document.restore_version", id, made ? List.of("content") : List.of());
    }

    private boolean newVersion(
            Transaction transaction,
            DocumentStore.Locked before,
            DocumentEdit edit,
            @Nullable Integer restoredFrom,
            @Nullable String by)
            throws SQLException {
        if (edit.content() == null && edit.contentType() == null) {
            return false;
        }
        var key = new DocumentVersions.Key(before.id(), before.currentNumber());
        var current =
                versions.content(transaction, key.documentId(), key.number()).orElseThrow();
        var content = edit.content() == null ? current.content() : edit.content();
        var type = ContentTypes.of(edit.contentType())
                .filter(given -> edit.contentType() != null)
                .orElse(ContentTypes.ofEdited(current.contentType()));
        boolean unread = current.content().isEmpty() && edit.content() == null; // a file, and nobody wrote anything
        boolean same = content.equals(current.content())
                && (edit.contentType() == null || type.equals(ContentTypes.ofEdited(current.contentType())));
        if (unread || same) {
            return false;
        }
        var next = new DocumentVersions.Key(before.id(), before.currentNumber() + 1);
        versions.add(transaction, next, content, type, ContentHash.of(content), restoredFrom, by);
        DocumentStore.newVersion(transaction, next, NewContent.typed(content, type));
        queue.add(transaction, before.id());
        return true;
    }

    /** @param version null: whichever it is */
    public Outcome archive(Transaction transaction, UUID id, @Nullable Long version) throws SQLException {
        return mark(transaction, id, version, "document.archive", "archived_at = coalesce(archived_at, ?)");
    }

    /** It is not found any more, and gone for good after 30 days. */
    public Outcome delete(Transaction transaction, UUID id, @Nullable Long version) throws SQLException {
        return mark(transaction, id, version, "document.delete", "deleted_at = coalesce(deleted_at, ?)");
    }

    private Outcome mark(Transaction transaction, UUID id, @Nullable Long version, String action, String assignment)
            throws SQLException {
        var refusal = refusal(DocumentStore.lock(transaction, id), version);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        DocumentStore.mark(transaction, id, assignment, now());
        return changed(transaction, action, id, List.of("status"));
    }

    /** Takes back that it was archived or deleted. */
    public Outcome restore(Transaction transaction, UUID id, @Nullable Long version) throws SQLException {
        var locked = DocumentStore.lockDeletedToo(transaction, id);
        var refusal = refusal(locked, version);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (locked.orElseThrow().isPresentAndActive()) {
            return Outcome.done(id);
        }
        DocumentStore.restore(transaction, id);
        return changed(transaction, "document.restore", id, List.of("status"));
    }

    /** Processes a version anew that failed. It is no change of the document: its version stays. */
    public Outcome retry(Transaction transaction, UUID id) throws SQLException {
        if (DocumentStore.lock(transaction, id).isEmpty()) {
            return Outcome.refused(DocumentProblem.notFound("id"));
        }
        if (!DocumentStore.retry(transaction, id)) {
            return Outcome.refused(DocumentProblem.notFailed());
        }
        queue.add(transaction, id);
        audit.record(transaction, "document.retry", "document", id, List.of());
        events.append(transaction, new Change(ENTITY, Change.Type.UPDATED, id, List.of("status")));
        return Outcome.done(id);
    }

    /** Adds and removes tags, whatever the document's version is. */
    public Outcome tag(Transaction transaction, UUID id, List<String> add, List<String> remove) throws SQLException {
        if (DocumentStore.lock(transaction, id).isEmpty()) {
            return Outcome.refused(DocumentProblem.notFound("id"));
        }
        var tags = new ArrayList<>(DocumentTags.of(transaction, List.of(id)).getOrDefault(id, List.of()));
        tags.removeAll(DocumentTags.plain(remove));
        tags.addAll(DocumentTags.plain(add));
        var edit = new DocumentEdit(null, null, null, Optional.empty(), tags, null, Optional.empty());
        var problems = DocumentChecks.of(edit, longestContent);
        if (!problems.isEmpty()) {
            return new Outcome(null, problems);
        }
        boolean changes = DocumentTags.set(transaction, id, tags);
        return changed(transaction, "document.update", id, changes ? List.of("tags") : List.of());
    }

    private static Optional<DocumentProblem> refusal(Optional<DocumentStore.Locked> locked, @Nullable Long version) {
        if (locked.isEmpty()) {
            return Optional.of(DocumentProblem.notFound("id"));
        }
        return version == null || locked.get().version() == version
                ? Optional.empty()
                : Optional.of(DocumentProblem.conflict());
    }

    private Outcome changed(Transaction transaction, String action, UUID id, List<String> fields) throws SQLException {
        if (!fields.isEmpty()) {
            DocumentStore.changedByPerson(transaction, id, now());
            audit.record(transaction, action, "document", id, fields);
            events.append(transaction, new Change(ENTITY, Change.Type.UPDATED, id, fields));
        }
        return Outcome.done(id);
    }

    private static String titleOf(String fileName) {
        var title = fileName.replaceFirst("\\.[A-Za-z0-9]{1,8}$", "")
                .replace('_', ' ')
                .strip();
        var whole = title.isEmpty() ? fileName : title;
        return whole.substring(0, Math.min(whole.length(), DocumentChecks.LONGEST_TITLE));
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
