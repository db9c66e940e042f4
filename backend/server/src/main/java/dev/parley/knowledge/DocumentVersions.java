package dev.parley.knowledge;

import dev.parley.persistence.Page;
import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contents that documents had. Works in the given transaction's client. */
@ApplicationScoped
public class DocumentVersions {

    private static final String OF_KEYS =
            """
             from unnest(?::uuid[], ?::text[]::integer[]) k (id, number)
             join knowledge_document_versions v
               on v.client_id = private.client_id() and v.document_id = k.id and v.number = k.number""";

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

    /** How many there are of each. */
    public Map<UUID, Integer> counts(Transaction transaction, Collection<UUID> documentIds) throws SQLException {
        var counts = new HashMap<UUID, Integer>();
        documentIds.forEach(id -> counts.put(id, 0));
        Sql.list(
                transaction,
                "select document_id, count(*) from knowledge_document_versions"
                        + " where client_id = private.client_id() and document_id = any(?) group by document_id",
                row -> counts.put(row.getObject(1, UUID.class), row.getInt(2)),
                documentIds);
        return counts;
    }

    public Map<Key, Content> contents(Transaction transaction, Collection<Key> keys) throws SQLException {
        var found = new HashMap<Key, Content>();
        Sql.list(
                transaction,
                "select v.document_id, v.number, v.content, v.content_type, v.text " + OF_KEYS,
                row -> found.put(
                        new Key(row.getObject(1, UUID.class), row.getInt(2)),
                        new Content(row.getString(3), row.getString(4), row.getString(5))),
                documents(keys),
                numbers(keys));
        return found;
    }

    public Map<Key, DocumentVersion> find(Transaction transaction, Collection<Key> keys) throws SQLException {
        var found = new HashMap<Key, DocumentVersion>();
        Sql.list(
                        transaction,
                        "select " + DocumentVersion.COLUMNS + " " + OF_KEYS,
                        DocumentVersion::of,
                        documents(keys),
                        numbers(keys))
                .forEach(version -> found.put(new Key(version.documentId(), version.number()), version));
        return found;
    }

    private static List<UUID> documents(Collection<Key> keys) {
        return keys.stream().map(Key::documentId).toList();
    }

    private static List<String> numbers(Collection<Key> keys) {
        return keys.stream().map(key -> Integer.toString(key.number())).toList();
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
