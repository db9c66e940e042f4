package dev.parley.knowledge;

import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import dev.parley.persistence.Vectors;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Embeddings that were made before, by the hash of what was embedded. Works in the given transaction's client. */
final class EmbeddingCache {

    /** When one was last used is known to the day. */
    private static final Duration EXACT_TO = Duration.ofDays(1);

    private EmbeddingCache() {}

    /** Those of the document's own chunks, too, which may be older than the cache remembers. */
    static Map<String, float[]> find(
            Transaction transaction, String model, UUID documentId, Collection<String> hashes, Instant now)
            throws SQLException {
        var found = new HashMap<String, float[]>();
        Sql.list(
                transaction,
                """
                select content_hash, embedding from knowledge_embeddings
                 where client_id = private.client_id() and model = ? and content_hash = any(?)
                union all
                select c.content_hash, c.embedding from knowledge_chunks c
                  join knowledge_documents d on d.client_id = c.client_id and d.id = c.document_id
                 where c.client_id = private.client_id() and c.document_id = ? and d.embedding_model = ?""",
                row -> found.put(row.getString(1), Vectors.read(row.getObject(2))),
                model,
                hashes,
                documentId,
                model);
        Sql.update(
                transaction,
                """
                update knowledge_embeddings set used_at = ?
                 where client_id = private.client_id() and model = ? and content_hash = any(?) and used_at < ?""",
                now,
                model,
                hashes,
                now.minus(EXACT_TO));
        return found;
    }

    static void add(Transaction transaction, String model, List<String> hashes, List<float[]> embeddings, Instant now)
            throws SQLException {
        try (var statement = transaction
                .connection()
                .prepareStatement(
                        "insert into knowledge_embeddings (client_id, model, content_hash, embedding, used_at)"
                                + " values (private.client_id(), ?, ?, ?, ?) on conflict do nothing")) {
            for (int i = 0; i < hashes.size(); i++) {
                statement.setString(1, model);
                statement.setString(2, hashes.get(i));
                statement.setObject(3, Vectors.parameter(embeddings.get(i)));
                statement.setObject(4, now.atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
