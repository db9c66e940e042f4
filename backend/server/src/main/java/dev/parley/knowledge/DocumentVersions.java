package dev.parley.knowledge;

import dev.parley.persistence.Page;
import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contents that documents had. Works in the given transaction's client. */
@ApplicationScoped
public class DocumentVersions {

    /** A version of a document. */
    public record Key(UUID documentId, int number) {}

    /**
     * What a version says.
     *
     * @param content as it was given; of a file, its text as Markdown
     * @param readText what was read out of content when that is HTML, else null
     */
    public record Content(String content, String contentType, @Nullable String readText) {

        /** What its chunks are of, and what their places point into. */
        public String text() {
            return readText == null ? content : readText;
        }
    }

    /**
     * The newest first.
     *
     * @param before only those with a smaller number; null: all
     */
    public Map<UUID, Page<DocumentVersion>> pages(
            Transaction transaction, Collection<UUID> documentIds, int first, @Nullable Integer before)
            throws SQLException {
        var found = new HashMap<UUID, Page<DocumentVersion>>();
        var all = Sql.list(
                transaction,
                "select " + DocumentVersion.COLUMNS
                        + """
                           from unnest(?::uuid[]) d (id)
                          cross join lateral (
                                select * from knowledge_document_versions
                                 where client_id = private.client_id() and document_id = d.id and number < ?
                                 order by number desc limit ?) v""",
                DocumentVersion::of,
                documentIds,
                before == null ? Integer.MAX_VALUE : before,
                first + 1);
        for (var id : documentIds) {
            var items = all.stream()
                    .filter(version -> version.documentId().equals(id))
                    .toList();
            boolean more = items.size() > first;
            found.put(id, new Page<>(more ? items.subList(0, first) : items, more, before != null));
        }
        return found;
    }

    public int count(Transaction transaction, UUID documentId) throws SQLException {
        return Sql.first(
                        transaction,
                        "select count(*) from knowledge_document_versions"
                                + " where client_id = private.client_id() and document_id = ?",
                        row -> row.getInt(1),
                        documentId)
                .orElse(0);
    }

    public Map<Key, Content> contents(Transaction transaction, Collection<Key> keys) throws SQLException {
        var found = new HashMap<Key, Content>();
        for (var key : keys) {
            content(transaction, key.documentId(), key.number()).ifPresent(content -> found.put(key, content));
        }
        return found;
    }

    public Optional<Content> content(Transaction transaction, UUID documentId, int number) throws SQLException {
        return Sql.first(
                transaction,
                "select content, content_type, text from knowledge_document_versions"
                        + " where client_id = private.client_id() and document_id = ? and number = ?",
                row -> new Content(row.getString(1), row.getString(2), row.getString(3)),
                documentId,
                number);
    }

    public Optional<DocumentVersion> find(Transaction transaction, UUID documentId, int number) throws SQLException {
        return Sql.first(
                transaction,
                "select " + DocumentVersion.COLUMNS
                        + " from knowledge_document_versions v"
                        + " where v.client_id = private.client_id() and v.document_id = ? and v.number = ?",
                DocumentVersion::of,
                documentId,
                number);
    }

    /** @param by e-mail address, or the name of a program's token */
    void add(
            Transaction transaction,
            Key key,
            String content,
            String contentType,
            String hash,
            @Nullable Integer restoredFrom,
            @Nullable String by)
            throws SQLException {
        Sql.update(
                transaction,
                """
                insert into knowledge_document_versions (client_id, document_id, number, content, content_type, content_hash,
                       restored_from, created_by, created_by_email)
                values (private.client_id(), ?, ?, ?, ?, ?, ?::integer, private.user_id(), ?)""",
                key.documentId(),
                key.number(),
                content,
                contentType,
                hash,
                restoredFrom,
                by);
    }

    /** What came of reading it. */
    void read(Transaction transaction, Key key, VersionReader.Read read) throws SQLException {
        Sql.update(
                transaction,
                "update knowledge_document_versions set language = ?"
                        + " where client_id = private.client_id() and document_id = ? and number = ?",
                read.language(),
                key.documentId(),
                key.number());
        if (read.isNew()) {
            Sql.update(
                    transaction,
                    """
                    update knowledge_document_versions set content = ?, content_type = ?, content_hash = ?, text = ?
                     where client_id = private.client_id() and document_id = ? and number = ?""",
                    read.content().content(),
                    read.content().contentType(),
                    ContentHash.of(read.content().content()),
                    read.content().readText(),
                    key.documentId(),
                    key.number());
        }
    }
}
