package dev.parley.knowledge;

import dev.parley.knowledge.chunks.ChunkSettings;
import dev.parley.persistence.Sql;
import dev.parley.persistence.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a document's newest version.
 *
 * @param liveNumber of the version whose chunks are there; null: none
 * @param isOfFile whether there is a file to be read when the content is empty
 */
record DocumentTask(
        DocumentVersions.Key version,
        DocumentVersions.Content content,
        @Nullable Integer liveNumber,
        @Nullable String embeddingModel,
        @Nullable String chunkedWith,
        boolean isOfFile,
        ChunkSettings settings) {

    /** Another number when the same text and settings give other chunks. */
    private static final String CHUNKER = "1";

    /** What a document has. */
    private record Stored(
            int currentNumber,
            @Nullable Integer liveNumber,
            @Nullable String model,
            @Nullable String chunkedWith,
            boolean isFile) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getInt(1),
                    row.getObject(2, Integer.class),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5).equals("file"));
        }
    }

    /** Empty when the document is gone. */
    static Optional<DocumentTask> of(
            Transaction transaction, UUID documentId, DocumentVersions versions, ChunkSettings settings)
            throws SQLException {
        var stored = Sql.first(
                transaction,
                "select current_number, live_number, embedding_model, chunked_with, source from knowledge_documents"
                        + " where client_id = private.client_id() and id = ?",
                Stored::of,
                documentId);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        var document = stored.get();
        var content = versions.content(transaction, documentId, document.currentNumber())
                .orElseThrow();
        return Optional.of(new DocumentTask(
                new DocumentVersions.Key(documentId, document.currentNumber()),
                content,
                document.liveNumber(),
                document.model(),
                document.chunkedWith(),
                document.isFile(),
                settings));
    }

    /** How settings are kept with what was made with them. */
    static String name(ChunkSettings settings) {
        return CHUNKER + "/" + settings.mostCharacters() + "/" + settings.overlap();
    }

    boolean isDone(String model) {
        return liveNumber != null
                && liveNumber == version.number()
                && model.equals(embeddingModel)
                && name(settings).equals(chunkedWith);
    }

    boolean isFileUnread() {
        return isOfFile && content.content().isEmpty();
    }

    boolean isHtmlUnread() {
        return content.contentType().equals(ContentTypes.HTML) && content.readText() == null;
    }
}
