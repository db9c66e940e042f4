package dev.parley.knowledge;

import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Tags of documents. Works in the given transaction's client. */
public final class DocumentTags {

    private DocumentTags() {}

    /** In alphabetical order; documents without any are left out. */
    public static Map<UUID, List<String>> of(Transaction transaction, Collection<UUID> documentIds)
            throws SQLException {
        var tags = new HashMap<UUID, List<String>>();
        Sql.list(
                transaction,
                "select document_id, tag from knowledge_document_tags"
                        + " where client_id = private.client_id() and document_id = any(?) order by tag",
                row -> tags.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(row.getString(2)),
                documentIds);
        return tags;
    }

    /** As they are stored: each once. */
    static List<String> plain(Collection<String> given) {
        return List.copyOf(new TreeSet<>(given.stream().map(String::strip).toList()));
    }

    /** @return whether that changes anything */
    static boolean set(Transaction transaction, UUID documentId, Collection<String> wanted) throws SQLException {
        var tags = plain(wanted);
        if (tags.equals(of(transaction, List.of(documentId)).getOrDefault(documentId, List.of()))) {
            return false;
        }
        Sql.update(
                transaction,
                "delete from knowledge_document_tags where client_id = private.client_id() and document_id = ?",
                documentId);
        Sql.update(
                transaction,
                "insert into knowledge_document_tags (client_id, document_id, tag)"
                        + " select private.client_id(), ?::uuid, tag from unnest(?::text[]) tag",
                documentId,
                tags);
        return true;
    }
}
