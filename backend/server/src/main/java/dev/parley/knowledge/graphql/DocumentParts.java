package dev.parley.knowledge.graphql;

import dev.parley.events.graphql.EntityStream;
import dev.parley.events.graphql.EventCondition;
import dev.parley.graphql.BatchedField;
import dev.parley.graphql.SchemaPart;
import dev.parley.graphql.Sdl;
import dev.parley.knowledge.DocumentProgress;
import dev.parley.knowledge.DocumentTags;
import dev.parley.knowledge.Documents;
import dev.parley.knowledge.SimilarDocuments;
import dev.parley.persistence.Slice;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is nested in documents, and the stream of their events. */
@ApplicationScoped
public class DocumentParts implements SchemaPart {

    /** Chunks that are done. */
    public record ProgressType(int done, int total) {}

    /** A similar document. */
    public record SimilarType(DocumentType document, double score) {}

    private final Documents documents;
    private final SimilarDocuments similar;
    private final DocumentProgress progress;

    @Inject
    public DocumentParts(Documents documents, SimilarDocuments similar, DocumentProgress progress) {
        this.documents = documents;
        this.similar = similar;
        this.progress = progress;
    }

    @Override
    public String sdl() {
        return Sdl.resource(DocumentParts.class, "documents.graphqls");
    }

    @Override
    public Map<String, Class<?>> types() {
        return Map.of("DocumentProgress", ProgressType.class, "SimilarDocument", SimilarType.class);
    }

    @Override
    public List<BatchedField<?, ?, ?>> batchedFields() {
        return List.of(
                new BatchedField<DocumentType, UUID, List<String>>(
                        "Document", "tags", DocumentParts::id, (transaction, ids) -> {
                            var tags = new HashMap<UUID, List<String>>();
                            ids.forEach(id -> tags.put(id, List.of()));
                            tags.putAll(DocumentTags.of(transaction, ids));
                            return tags;
                        }),
                new BatchedField<DocumentType, UUID, ProgressType>(
                        "Document", "progress", DocumentParts::id, (transaction, ids) -> {
                            var found = new HashMap<UUID, ProgressType>();
                            progress.of(transaction, ids)
                                    .forEach((id, chunks) ->
                                            found.put(id, new ProgressType(chunks.done(), chunks.total())));
                            return found;
                        }),
                new BatchedField<DocumentType, UUID, DocumentType>(
                        "Document", "duplicateOf", DocumentParts::id, (transaction, ids) -> {
                            var found = new HashMap<UUID, DocumentType>();
                            similar.duplicates(transaction, ids)
                                    .forEach((id, document) -> found.put(id, new DocumentType(document)));
                            return found;
                        }),
                new BatchedField<DocumentType, UUID, List<SimilarType>>(
                        "Document", "similarDocuments", DocumentParts::id, this::similar));
    }

    private Map<UUID, List<SimilarType>> similar(
            Transaction transaction, Set<UUID> ids, Map<String, @Nullable Object> arguments) throws SQLException {
        int first = Slice.of((Integer) arguments.get("first"), null, null).first();
        var found = new HashMap<UUID, List<SimilarType>>();
        this.similar
                .of(transaction, ids, first)
                .forEach((id, documents) -> found.put(
                        id,
                        documents.stream()
                                .map(one -> new SimilarType(new DocumentType(one.document()), one.score()))
                                .toList()));
        return found;
    }

    private static UUID id(DocumentType document) {
        return document.document().id();
    }

    @Produces
    EntityStream<DocumentType> documentEvents() {
        return EntityStream.of(Documents.ENTITY, "Document", (transaction, id) -> documents
                        .find(transaction, id)
                        .map(DocumentType::new))
                .described(
                        "New and changed documents. An event of a deleted one has no document.",
                        "It is new.",
                        "People changed it, or it was processed.")
                .filter(
                        EventCondition.oneOf(
                                "status",
                                "DocumentStatus",
                                "The document has one of these statuses.",
                                DocumentType::getStatus),
                        EventCondition.oneOfIds("documentId", "One of these documents.", DocumentParts::id));
    }
}
