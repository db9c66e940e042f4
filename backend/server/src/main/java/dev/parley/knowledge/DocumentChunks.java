package dev.parley.knowledge;

import dev.parley.knowledge.chunks.Chunk;
import dev.parley.persistence.Page;
import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import dev.parley.persistence.Vectors;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The chunks of live versions. Works in the given transaction's client. */
@ApplicationScoped
public class DocumentChunks {

    private static final int AT_ONCE = 200;

    /** @param after only those with a larger position; null: all */
    public Map<UUID, Page<DocumentChunk>> pages(
            Transaction transaction, Collection<UUID> documentIds, int first, @Nullable Integer after)
            throws SQLException {
        var all = Sql.list(
                transaction,
                "select " + DocumentChunk.COLUMNS
                        + """
                           from unnest(?::uuid[]) d (id)
                          cross join lateral (
                                select * from knowledge_chunks
                                 where client_id = private.client_id() and document_id = d.id and position > ?
                                 order by position limit ?) c""",
                DocumentChunk::of,
                documentIds,
                after == null ? -1 : after,
                first + 1);
        var found = new HashMap<UUID, Page<DocumentChunk>>();
        for (var id : documentIds) {
            var items =
                    all.stream().filter(chunk -> chunk.documentId().equals(id)).toList();
            boolean more = items.size() > first;
            found.put(id, new Page<>(more ? items.subList(0, first) : items, more, after != null));
        }
        return found;
    }

    /** How many there are of each. */
    public Map<UUID, Integer> counts(Transaction transaction, Collection<UUID> documentIds) throws SQLException {
        var counts = new HashMap<UUID, Integer>();
        documentIds.forEach(id -> counts.put(id, 0));
        Sql.list(
                transaction,
                "select document_id, count(*) from knowledge_chunks"
                        + " where client_id = private.client_id() and document_id = any(?) group by document_id",
                row -> counts.put(row.getObject(1, UUID.class), row.getInt(2)),
                documentIds);
        return counts;
    }

    /** Puts a version's chunks in the place of those that are there: whoever reads sees the one or the other. */
    void replace(Transaction transaction, DocumentVersions.Key version, List<Chunk> chunks, List<float[]> embeddings)
            throws SQLException {
        Sql.update(
                transaction,
                "delete from knowledge_chunks where client_id = private.client_id() and document_id = ?",
                version.documentId());
        var connection = transaction.connection();
        try (var statement = connection.prepareStatement(
                """
                insert into knowledge_chunks (client_id, document_id, position, version_number, place_start, place_end,
                       heading_path, lead_length, text, content_hash, embedding)
                values (private.client_id(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (int i = 0; i < chunks.size(); i++) {
                var chunk = chunks.get(i);
                statement.setObject(1, version.documentId());
                statement.setInt(2, chunk.position());
                statement.setInt(3, version.number());
                statement.setInt(4, chunk.start());
                statement.setInt(5, chunk.end());
                statement.setArray(
                        6, connection.createArrayOf("text", chunk.headingPath().toArray()));
                statement.setInt(7, chunk.lead().length());
                statement.setString(8, chunk.text());
                statement.setString(9, chunk.contentHash());
                statement.setObject(10, Vectors.parameter(embeddings.get(i)));
                statement.addBatch();
                if ((i + 1) % AT_ONCE == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
