package dev.parley.knowledge.graphql;

import dev.parley.ErrorCode;
import dev.parley.ParleyException;
import dev.parley.graphql.BatchedField;
import dev.parley.graphql.SchemaPart;
import dev.parley.graphql.Sdl;
import dev.parley.knowledge.DocumentChunks;
import dev.parley.knowledge.DocumentVersions;
import dev.parley.persistence.Slice;
import dev.parley.persistence.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Versions and chunks of documents. */
@ApplicationScoped
public class VersionParts implements SchemaPart {

    private final DocumentVersions versions;
    private final DocumentChunks chunks;

    @Inject
    public VersionParts(DocumentVersions versions, DocumentChunks chunks) {
        this.versions = versions;
        this.chunks = chunks;
    }

    @Override
    public String sdl() {
        return Sdl.resource(VersionParts.class, "versions.graphqls");
    }

    @Override
    public Map<String, Class<?>> types() {
        return Map.of(
                "DocumentVersion", VersionType.class,
                "DocumentVersionConnection", VersionPage.class,
                "DocumentVersionEdge", VersionEdge.class,
                "DocumentChunk", ChunkType.class,
                "DocumentChunkConnection", ChunkPage.class,
                "DocumentChunkEdge", ChunkEdge.class,
                "DocumentPlace", ChunkType.PlaceType.class);
    }

    @Override
    public List<BatchedField<?, ?, ?>> batchedFields() {
        return List.of(
                content("Document", "content", DocumentType::current, DocumentVersions.Content::content, versions),
                content("DocumentVersion", "content", VersionType::key, DocumentVersions.Content::content, versions),
                content("DocumentVersion", "text", VersionType::key, DocumentVersions.Content::text, versions),
                new BatchedField<DocumentType, DocumentVersions.Key, VersionType>(
                        "Document", "liveVersion", DocumentType::live, this::one),
                new BatchedField<DocumentType, UUID, VersionPage>(
                        "Document", "versions", source -> source.document().id(), this::versions),
                new BatchedField<DocumentType, UUID, ChunkPage>(
                        "Document", "chunks", source -> source.document().id(), this::chunks),
                new BatchedField<VersionPage, UUID, Integer>(
                        "DocumentVersionConnection", "totalCount", VersionPage::documentId, versions::counts),
                new BatchedField<ChunkPage, UUID, Integer>(
                        "DocumentChunkConnection", "totalCount", ChunkPage::documentId, chunks::counts));
    }

    private static <S> BatchedField<S, DocumentVersions.Key, String> content(
            String type,
            String field,
            Function<S, DocumentVersions.@Nullable Key> key,
            Function<DocumentVersions.Content, String> value,
            DocumentVersions versions) {
        return new BatchedField<>(type, field, key, (transaction, keys) -> {
            var found = new HashMap<DocumentVersions.Key, String>();
            versions.contents(transaction, keys).forEach((one, content) -> found.put(one, value.apply(content)));
            return found;
        });
    }

    private Map<DocumentVersions.Key, VersionType> one(Transaction transaction, Set<DocumentVersions.Key> keys)
            throws SQLException {
        var found = new HashMap<DocumentVersions.Key, VersionType>();
        versions.find(transaction, keys).forEach((key, version) -> found.put(key, new VersionType(version)));
        return found;
    }

    private Map<UUID, VersionPage> versions(
            Transaction transaction, Set<UUID> ids, Map<String, @Nullable Object> arguments) throws SQLException {
        var found = new HashMap<UUID, VersionPage>();
        versions.pages(transaction, ids, first(arguments), after(arguments))
                .forEach((id, page) -> found.put(id, new VersionPage(id, page)));
        return found;
    }

    private Map<UUID, ChunkPage> chunks(Transaction transaction, Set<UUID> ids, Map<String, @Nullable Object> arguments)
            throws SQLException {
        var found = new HashMap<UUID, ChunkPage>();
        chunks.pages(transaction, ids, first(arguments), after(arguments))
                .forEach((id, page) -> found.put(id, new ChunkPage(id, page)));
        return found;
    }

    private static int first(Map<String, @Nullable Object> arguments) {
        return Slice.of((Integer) arguments.get("first"), null, null).first();
    }

    /** The number that an item's cursor is. */
    private static @Nullable Integer after(Map<String, @Nullable Object> arguments) {
        var after = (String) arguments.get("after");
        try {
            return after == null ? null : Integer.valueOf(after);
        } catch (NumberFormatException e) {
            throw new ParleyException(ErrorCode.BAD_USER_INPUT, "\"after\" is not a cursor of this list", e);
        }
    }
}
