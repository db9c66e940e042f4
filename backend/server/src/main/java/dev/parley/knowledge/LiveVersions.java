package dev.parley.knowledge;

import dev.parley.events.Change;
import dev.parley.events.EventLog;
import dev.parley.knowledge.chunks.Chunk;
import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import dev.parley.persistence.Vectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What processing changes of documents: which version is live, and why the newest one is not. */
@ApplicationScoped
class LiveVersions {

    /** A version that was processed. */
    record Processed(
            DocumentVersions.Key version,
            VersionReader.Read read,
            List<Chunk> chunks,
            List<float[]> embeddings,
            String model,
            String chunkedWith) {}

    private final DocumentVersions versions;
    private final DocumentChunks chunks;
    private final EventLog events;

    @Inject
    LiveVersions(DocumentVersions versions, DocumentChunks chunks, EventLog events) {
        this.versions = versions;
        this.chunks = chunks;
        this.events = events;
    }

    /** Puts it in the place of the version that was live, unless that is a later one or the document is gone. */
    void replace(Transaction transaction, Processed processed) throws SQLException {
        var version = processed.version();
        var current = lock(transaction, version);
        if (current == null) {
            return;
        }
        versions.read(transaction, version, processed.read());
        chunks.replace(transaction, version, processed.chunks(), processed.embeddings());
        Sql.update(
                transaction,
                """
                update knowledge_documents set live_number = ?, embedding = ?, embedding_model = ?, chunked_with = ?
                 where client_id = private.client_id() and id = ?""",
                version.number(),
                Vectors.parameter(ChunkEmbeddings.mean(processed.embeddings())),
                processed.model(),
                processed.chunkedWith(),
                version.documentId());
        if (current == version.number()) {
            ready(transaction, version, processed);
        }
        changed(transaction, version.documentId());
    }

    private static void ready(Transaction transaction, DocumentVersions.Key version, Processed processed)
            throws SQLException {
        Sql.update(
                transaction,
                "update knowledge_documents set processing = 'ready', failure = null, language = ?"
                        + " where client_id = private.client_id() and id = ?",
                processed.read().language(),
                version.documentId());
        if (processed.read().isNew()) {
            var content = processed.read().content();
            Sql.update(
                    transaction,
                    "update knowledge_documents set content = ?, content_type = ?, content_hash = ?"
                            + " where client_id = private.client_id() and id = ?",
                    content.content(),
                    content.contentType(),
                    ContentHash.of(content.content()),
                    version.documentId());
        }
    }

    /** @return the number of the newest version; null when there is nothing to replace */
    private static @Nullable Integer lock(Transaction transaction, DocumentVersions.Key version) throws SQLException {
        return Sql.first(
                        transaction,
                        """
                        select current_number from knowledge_documents
                         where client_id = private.client_id() and id = ? and coalesce(live_number, 0) <= ? for update""",
                        row -> row.getInt(1),
                        version.documentId(),
                        version.number())
                .orElse(null);
    }

    /** The newest version, if it is still that one, cannot be processed; the live one stays. */
    void failed(Transaction transaction, DocumentVersions.Key version, DocumentFailure why) throws SQLException {
        failed(transaction, version.documentId(), version.number(), why);
    }

    /** Its newest version cannot be processed, if there was something to do with it. */
    void failed(Transaction transaction, UUID documentId, DocumentFailure why) throws SQLException {
        failed(transaction, documentId, null, why);
    }

    private void failed(Transaction transaction, UUID documentId, @Nullable Integer number, DocumentFailure why)
            throws SQLException {
        int failed = Sql.update(
                transaction,
                """
                update knowledge_documents set processing = 'failed', failure = ?
                 where client_id = private.client_id() and id = ? and current_number = coalesce(?::integer, current_number)
                   and processing = 'processing'""",
                why.stored(),
                documentId,
                number);
        if (failed == 1) {
            changed(transaction, documentId);
        }
    }

    private void changed(Transaction transaction, UUID documentId) {
        events.append(
                transaction,
                new Change(Documents.ENTITY, Change.Type.UPDATED, documentId, List.of("status", "liveVersionNumber")));
    }
}
