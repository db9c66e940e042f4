package dev.parley.knowledge;

import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Documents that are about the same as another one, or say exactly the same. Works in the given transaction's client. */
@ApplicationScoped
public class SimilarDocuments {

    /** @param score 0 to 1: 1 is the same */
    public record Similar(Document document, double score) {}

    private record Found(UUID of, UUID id, double score) {}

    private final Documents documents;

    @Inject
    public SimilarDocuments(Documents documents) {
        this.documents = documents;
    }

    /** The most similar first; among those that are found, by embeddings of the same model. */
    public Map<UUID, List<Similar>> of(Transaction transaction, Collection<UUID> ids, int first) throws SQLException {
        var found = Sql.list(
                transaction,
                """
                select d.id, s.id, s.score
                  from knowledge_documents d
                 cross join lateral (
                       select o.id, 1 - (o.embedding operator(extensions.<=>) d.embedding) as score
                         from knowledge_documents o
                        where o.client_id = d.client_id and o.id <> d.id and o.embedding_model = d.embedding_model
                          and o.archived_at is null and o.deleted_at is null
                        order by o.embedding operator(extensions.<=>) d.embedding, o.id limit ?) s
                 where d.client_id = private.client_id() and d.id = any(?)
                 order by d.id, s.score desc""",
                row -> new Found(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getDouble(3)),
                first,
                ids);
        var shown = documents.byId(
                transaction, found.stream().map(Found::id).distinct().toList());
        var similar = new HashMap<UUID, List<Similar>>();
        ids.forEach(id -> similar.put(id, new ArrayList<>()));
        for (var one : found) {
            var document = shown.get(one.id());
            if (document != null) {
                similar.get(one.of()).add(new Similar(document, Math.clamp(one.score(), 0, 1)));
            }
        }
        return similar;
    }

    /** The oldest other document with the very same content. */
    public Map<UUID, Document> duplicates(Transaction transaction, Collection<UUID> ids) throws SQLException {
        var found = new HashMap<UUID, UUID>();
        Sql.list(
                transaction,
                """
                select distinct on (d.id) d.id, o.id
                  from knowledge_documents d
                  join knowledge_documents o on o.client_id = d.client_id and o.content_hash = d.content_hash
                   and o.id <> d.id and o.deleted_at is null
                 where d.client_id = private.client_id() and d.id = any(?)
                 order by d.id, o.created_at, o.id""",
                row -> found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                ids);
        var shown = documents.byId(transaction, found.values());
        var duplicates = new HashMap<UUID, Document>();
        found.forEach((id, other) -> {
            if (shown.containsKey(other)) {
                duplicates.put(id, shown.get(other));
            }
        });
        return duplicates;
    }
}
