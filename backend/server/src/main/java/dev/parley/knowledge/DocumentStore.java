package dev.parley.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.persistence.Rows;
import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people's changes come to in the table of documents. Works in the given transaction's client. */
final class DocumentStore {

    /** A document that nobody else changes until the commit. */
    record Locked(UUID id, long version, int currentNumber, boolean isPresentAndActive) {}

    private static final String THIS = " where client_id = private.client_id() and id = ?";

    private DocumentStore() {}

    static Optional<Locked> lock(Transaction transaction, UUID id) throws SQLException {
        return lock(transaction, id, " and deleted_at is null for update");
    }

    static Optional<Locked> lockDeletedToo(Transaction transaction, UUID id) throws SQLException {
        return lock(transaction, id, " for update");
    }

    private static Optional<Locked> lock(Transaction transaction, UUID id, String which) throws SQLException {
        return Sql.first(
                transaction,
                "select id, version, current_number, archived_at is null and deleted_at is null from knowledge_documents"
                        + THIS + which,
                row -> new Locked(row.getObject(1, UUID.class), row.getLong(2), row.getInt(3), row.getBoolean(4)),
                id);
    }

    static void insert(Transaction transaction, UUID id, DocumentEdit edit, NewContent content, Instant now)
            throws SQLException {
        Sql.update(
                transaction,
                """
                insert into knowledge_documents (client_id, id, title, content, content_type, metadata, category, review_by,
                       source, file_name, content_hash, created_at, updated_at)
                values (private.client_id(), ?, ?, ?, ?, ?::jsonb, ?, ?::timestamptz, ?, ?, ?, ?, ?)""",
                id,
                Objects.requireNonNull(edit.title()).strip(),
                content.content(),
                content.contentType(),
                edit.metadata() == null ? "{}" : edit.metadata().toString(),
                category(edit),
                reviewBy(edit),
                content.source(),
                content.fileName(),
                content.hash(),
                now,
                now);
    }

    private record Fields(String title, @Nullable String category, JsonNode metadata, @Nullable Instant reviewBy) {

        static Fields of(ResultSet row) throws SQLException {
            return new Fields(
                    row.getString(1),
                    row.getString(2),
                    DocumentRows.json(row.getString(3)),
                    Rows.instantOrNull(row, 4));
        }

        Fields with(DocumentEdit edit) {
            return new Fields(
                    edit.title() == null ? title : edit.title().strip(),
                    edit.category().isPresent() ? DocumentStore.category(edit) : category,
                    edit.metadata() == null ? metadata : edit.metadata(),
                    edit.reviewBy().isPresent() ? DocumentStore.reviewBy(edit) : reviewBy);
        }

        List<String> differences(Fields other) {
            var names = new ArrayList<String>();
            add(names, "title", title.equals(other.title));
            add(names, "category", Objects.equals(category, other.category));
            add(names, "metadata", metadata.equals(other.metadata));
            add(names, "reviewBy", Objects.equals(reviewBy, other.reviewBy));
            return names;
        }

        private static void add(List<String> names, String name, boolean same) {
            if (!same) {
                names.add(name);
            }
        }
    }

    /** @return names of the fields that are other than before */
    static List<String> update(Transaction transaction, UUID id, DocumentEdit edit) throws SQLException {
        var before = Sql.first(
                        transaction,
                        "select title, category, metadata, review_by from knowledge_documents" + THIS,
                        Fields::of,
                        id)
                .orElseThrow();
        var after = before.with(edit);
        var changed = before.differences(after);
        if (!changed.isEmpty()) {
            Sql.update(
                    transaction,
                    "update knowledge_documents set title = ?, category = ?, metadata = ?::jsonb,"
                            + " review_by = ?::timestamptz" + THIS,
                    after.title(),
                    after.category(),
                    after.metadata().toString(),
                    after.reviewBy(),
                    id);
        }
        return changed;
    }

    static void newVersion(Transaction transaction, DocumentVersions.Key version, NewContent content)
            throws SQLException {
        Sql.update(
                transaction,
                """
                update knowledge_documents set content = ?, content_type = ?, content_hash = ?, current_number = ?,
                       processing = 'processing', failure = null"""
                        + THIS,
                content.content(),
                content.contentType(),
                content.hash(),
                version.number(),
                version.documentId());
    }

    /** @param assignment with the time as its parameter */
    static void mark(Transaction transaction, UUID id, String assignment, Instant now) throws SQLException {
        Sql.update(transaction, "update knowledge_documents set " + assignment + THIS, now, id);
    }

    static void restore(Transaction transaction, UUID id) throws SQLException {
        Sql.update(transaction, "update knowledge_documents set archived_at = null, deleted_at = null" + THIS, id);
    }

    /** @return false when it had not failed */
    static boolean retry(Transaction transaction, UUID id) throws SQLException {
        return Sql.update(
                        transaction,
                        "update knowledge_documents set processing = 'processing', failure = null" + THIS
                                + " and processing = 'failed'",
                        id)
                == 1;
    }

    static void changedByPerson(Transaction transaction, UUID id, Instant now) throws SQLException {
        Sql.update(transaction, "update knowledge_documents set version = version + 1, updated_at = ?" + THIS, now, id);
    }

    private static @Nullable String category(DocumentEdit edit) {
        return edit.category()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private static @Nullable Instant reviewBy(DocumentEdit edit) {
        return edit.reviewBy()
                .flatMap(time -> time)
                .map(time -> time.truncatedTo(ChronoUnit.MICROS))
                .orElse(null);
    }
}
